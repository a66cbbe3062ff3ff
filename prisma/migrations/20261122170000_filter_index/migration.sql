-- What the in-memory filter index (src/adapters/search/embedded) needs: a way to ask exactly for what has been
-- committed since the last look.

CREATE INDEX association_by_change ON association (change_xid);

-- Transaction ids, not a sequence: a sequence's numbers become visible out of order, and a reader would miss some.
CREATE FUNCTION stamp_association_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.change_xid := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER association_stamp BEFORE UPDATE ON association
  FOR EACH ROW EXECUTE FUNCTION stamp_association_change();

CREATE FUNCTION stamp_listed_associations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE association SET change_xid = pg_current_xact_id()
  WHERE id IN (SELECT association_id FROM moved) AND change_xid <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER listing_added AFTER INSERT ON association_listing REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION stamp_listed_associations();
CREATE TRIGGER listing_removed AFTER DELETE ON association_listing REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION stamp_listed_associations();

-- Rows that are really gone (erasure) leave no stamp: the index is read anew.
INSERT INTO association_epoch DEFAULT VALUES;
CREATE FUNCTION next_association_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO association_epoch (id, n) VALUES (1, 1)
  ON CONFLICT (id) DO UPDATE SET n = association_epoch.n + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER association_gone AFTER DELETE ON association
  FOR EACH STATEMENT EXECUTE FUNCTION next_association_epoch();
CREATE TRIGGER association_emptied AFTER TRUNCATE ON association
  FOR EACH STATEMENT EXECUTE FUNCTION next_association_epoch();
