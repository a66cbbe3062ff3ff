-- A listing that goes over to another municipality, or to another association, is a change of the associations too.
CREATE FUNCTION stamp_moved_listings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE association SET change_xid = pg_current_xact_id()
  WHERE id IN (SELECT association_id FROM former UNION SELECT association_id FROM moved) AND change_xid <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER listing_moved AFTER UPDATE ON association_listing REFERENCING OLD TABLE AS former NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION stamp_moved_listings();
