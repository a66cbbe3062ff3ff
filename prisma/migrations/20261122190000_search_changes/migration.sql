-- Which search texts were touched since a look: for the words that the web part holds in memory. Texts from before this
-- migration carry no stamp; the first reading takes them as they are.
ALTER TABLE association_search ADD COLUMN change_xid xid8;
ALTER TABLE association_search ALTER COLUMN change_xid SET DEFAULT pg_current_xact_id();
CREATE INDEX association_search_by_change ON association_search (change_xid);

CREATE TRIGGER association_search_stamp BEFORE UPDATE ON association_search
  FOR EACH ROW EXECUTE FUNCTION stamp_association_change();
