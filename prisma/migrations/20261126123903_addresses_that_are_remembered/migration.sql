-- AlterTable
ALTER TABLE "address" ALTER COLUMN "field" DROP NOT NULL;

-- An address that bounced, or whose bearer wants no mail, is remembered as such after it was taken away: it may come back, typed anew or
-- with the next file of a register.
CREATE OR REPLACE FUNCTION refresh_addresses(associations uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH borne AS MATERIALIZED (
    SELECT * FROM borne_address WHERE association_id = ANY (associations)
  ), taken_away AS MATERIALIZED (
    SELECT d.association_id, d.bearer_id, d.kind, d.value, d.state IN ('BOUNCED', 'OPTED_OUT') AS remembered
    FROM address d WHERE d.association_id = ANY (associations) AND d.field IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM borne b WHERE b.association_id = d.association_id AND b.contact_id IS NOT DISTINCT FROM d.contact_id
        AND b.kind = d.kind AND b.value = d.value)
  ), kept AS (
    UPDATE address d SET field = NULL FROM taken_away t
    WHERE t.remembered AND (d.association_id, d.bearer_id, d.kind, d.value) = (t.association_id, t.bearer_id, t.kind, t.value)
  ), gone AS (
    DELETE FROM address d USING taken_away t
    WHERE NOT t.remembered AND (d.association_id, d.bearer_id, d.kind, d.value) = (t.association_id, t.bearer_id, t.kind, t.value)
  )
  INSERT INTO address (association_id, contact_id, kind, value, shown, field, state)
  SELECT association_id, contact_id, kind, value, shown, field, address_first_state(kind, shown) FROM borne
  ON CONFLICT (association_id, bearer_id, kind, value) DO UPDATE SET shown = excluded.shown, field = excluded.field
  WHERE (address.shown, address.field) IS DISTINCT FROM (excluded.shown, excluded.field);
END $$;
ALTER FUNCTION refresh_addresses(uuid[]) SET plan_cache_mode = force_generic_plan;
