-- Lists are sorted by the names of municipality and owner too. An index goes over one table only: the names are kept here as well.
ALTER TABLE association
  ADD COLUMN municipality_name TEXT COLLATE "sv-SE-x-icu",
  ADD COLUMN owner_name TEXT COLLATE "sv-SE-x-icu";
UPDATE association a SET
  municipality_name = (SELECT m.name FROM municipality m WHERE m.code = a.municipality_code),
  owner_name = (SELECT u.name FROM "user" u WHERE u.id = a.owner_id);
ALTER TABLE association ALTER COLUMN municipality_name SET NOT NULL;

-- The owner's row is locked, so that a new name either is seen here or waits and finds this association.
CREATE FUNCTION keep_names_of_association() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.municipality_name := (SELECT m.name FROM municipality m WHERE m.code = NEW.municipality_code);
  NEW.owner_name := NULL;
  IF NEW.owner_id IS NOT NULL THEN
    SELECT u.name INTO NEW.owner_name FROM "user" u WHERE u.id = NEW.owner_id FOR SHARE;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER association_named BEFORE INSERT OR UPDATE OF municipality_code, owner_id ON association
  FOR EACH ROW EXECUTE FUNCTION keep_names_of_association();

CREATE FUNCTION rename_owner_of_associations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE association SET owner_name = NEW.name WHERE owner_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER user_renamed AFTER UPDATE OF name ON "user"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION rename_owner_of_associations();

CREATE FUNCTION rename_municipality_of_associations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE association SET municipality_name = NEW.name WHERE municipality_code = NEW.code;
  RETURN NULL;
END $$;
CREATE TRIGGER municipality_renamed AFTER UPDATE OF name ON municipality
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION rename_municipality_of_associations();

-- One index for each order, as for the others.
CREATE INDEX association_by_municipality_name ON association (municipality_name, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_type ON association ((types[1] COLLATE "sv-SE-x-icu"), id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_status ON association (crm_status, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_stage ON association (pipeline, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_owner_name ON association (owner_name, id) WHERE deleted_at IS NULL;
