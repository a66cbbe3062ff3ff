-- CreateEnum
CREATE TYPE "address_kind" AS ENUM ('EMAIL', 'PHONE', 'LINK');

-- CreateEnum
CREATE TYPE "address_state" AS ENUM ('OK', 'UNREADABLE', 'BOUNCED', 'OPTED_OUT');

-- CreateTable
CREATE TABLE "address" (
    "association_id" UUID NOT NULL,
    "contact_id" UUID,
    "bearer_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce(contact_id, association_id)) STORED,
    "kind" "address_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "state" "address_state" NOT NULL,

    CONSTRAINT "address_pkey" PRIMARY KEY ("association_id","bearer_id","kind","value")
);

-- CreateIndex
CREATE INDEX "address_kind_value_idx" ON "address"("kind", "value");

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hardly asked but when a contact is erased.
CREATE INDEX address_of_contact ON address (contact_id) WHERE contact_id IS NOT NULL;

-- An address as it is compared: the same steps as src/domain/addresses/value.ts. Lower case of ASCII alone, so that no
-- locale has a say; an index holds no longer texts.
CREATE FUNCTION address_value(kind address_kind, shown text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN left(CASE WHEN kind = 'LINK'
  THEN rtrim(regexp_replace(lower(btrim(shown) COLLATE "C"), '^https?://(www\.)?', ''), '/')
  ELSE lower(btrim(shown) COLLATE "C") END, 500);

-- Whether it leads anywhere at all: fields keep what registers and people wrote, also where no address can be made of it.
CREATE FUNCTION address_first_state(kind address_kind, shown text) RETURNS address_state
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN CASE kind
    WHEN 'EMAIL' THEN btrim(shown) ~ '^[^@ ]+@[^@ ]+[.][^@ ]+$'
    WHEN 'PHONE' THEN btrim(shown) ~ '^[+][0-9]{6,15}$'
    ELSE btrim(shown) ~* '^https?://[^/ ]+[.][^/ ]' END
  THEN 'OK'::address_state ELSE 'UNREADABLE'::address_state END;

-- Which addresses associations and contacts bear, told by their rows. One that a bearer has twice counts once, in its first field.
CREATE VIEW borne_address AS
SELECT DISTINCT ON (association_id, contact_id, kind, value) association_id, contact_id, kind, value, shown, field
FROM (
  SELECT f.association_id, f.contact_id, f.kind, address_value(f.kind, f.shown) AS value, f.shown, f.field, f.nth
  FROM (
    SELECT a.id AS association_id, NULL::uuid AS contact_id, v.*
    FROM association a, LATERAL (
      SELECT 'EMAIL'::address_kind AS kind, CASE nth WHEN 1 THEN 'email' ELSE 'otherEmails' END AS field, shown, nth
      FROM unnest(a.email || a.other_emails) WITH ORDINALITY AS e(shown, nth)
      UNION ALL SELECT 'PHONE', CASE nth WHEN 1 THEN 'phone' ELSE 'otherPhones' END, shown, nth
      FROM unnest(a.phone || a.other_phones) WITH ORDINALITY AS p(shown, nth)
      UNION ALL SELECT 'LINK', 'homepageUrl', a.homepage_url, 1
    ) v
    UNION ALL
    SELECT c.association_id, c.id, v.*
    FROM contact c, LATERAL (
      SELECT 'EMAIL'::address_kind AS kind, 'emails' AS field, shown, nth FROM unnest(c.emails) WITH ORDINALITY AS e(shown, nth)
      UNION ALL SELECT 'PHONE', 'phones', phone ->> 'number', nth FROM jsonb_array_elements(c.phones) WITH ORDINALITY AS p(phone, nth)
      UNION ALL SELECT 'LINK', 'links', shown, nth FROM unnest(c.links) WITH ORDINALITY AS l(shown, nth)
    ) v
  ) f
) borne
WHERE value <> ''
ORDER BY association_id, contact_id, kind, value, nth;

-- Brings the addresses of associations and their contacts to what the rows say. What stands there already keeps its state.
CREATE FUNCTION refresh_addresses(associations uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH borne AS MATERIALIZED (
    SELECT * FROM borne_address WHERE association_id = ANY (associations)
  ), gone AS (
    DELETE FROM address d WHERE d.association_id = ANY (associations) AND NOT EXISTS (
      SELECT 1 FROM borne b WHERE b.association_id = d.association_id AND b.contact_id IS NOT DISTINCT FROM d.contact_id
        AND b.kind = d.kind AND b.value = d.value)
  )
  INSERT INTO address (association_id, contact_id, kind, value, shown, field, state)
  SELECT association_id, contact_id, kind, value, shown, field, address_first_state(kind, shown) FROM borne
  ON CONFLICT (association_id, bearer_id, kind, value) DO UPDATE SET shown = excluded.shown, field = excluded.field
  WHERE (address.shown, address.field) IS DISTINCT FROM (excluded.shown, excluded.field);
END $$;

-- Rows come by thousands (an import), so new ones are taken together; of changed ones only those whose addresses changed.
CREATE FUNCTION add_association_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO address (association_id, kind, value, shown, field, state)
  SELECT b.association_id, b.kind, b.value, b.shown, b.field, address_first_state(b.kind, b.shown)
  FROM borne_address b WHERE b.association_id = ANY (ARRAY(SELECT id FROM added)) AND b.contact_id IS NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER association_addresses_added AFTER INSERT ON association REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_association_addresses();

CREATE FUNCTION add_contact_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO address (association_id, contact_id, kind, value, shown, field, state)
  SELECT b.association_id, b.contact_id, b.kind, b.value, b.shown, b.field, address_first_state(b.kind, b.shown)
  FROM borne_address b WHERE b.contact_id = ANY (ARRAY(SELECT id FROM added))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER contact_addresses_added AFTER INSERT ON contact REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_contact_addresses();

CREATE FUNCTION change_association_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_addresses(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER association_addresses_changed AFTER UPDATE ON association FOR EACH ROW
  WHEN ((OLD.email, OLD.other_emails, OLD.phone, OLD.other_phones, OLD.homepage_url)
    IS DISTINCT FROM (NEW.email, NEW.other_emails, NEW.phone, NEW.other_phones, NEW.homepage_url))
  EXECUTE FUNCTION change_association_addresses();

-- A contact that goes over to another association takes its addresses along, with their state.
CREATE FUNCTION change_contact_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.association_id <> OLD.association_id THEN
    UPDATE address SET association_id = NEW.association_id WHERE contact_id = NEW.id;
  END IF;
  PERFORM refresh_addresses(ARRAY[NEW.association_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER contact_addresses_changed AFTER UPDATE ON contact FOR EACH ROW
  WHEN ((OLD.association_id, OLD.emails, OLD.phones, OLD.links)
    IS DISTINCT FROM (NEW.association_id, NEW.emails, NEW.phones, NEW.links))
  EXECUTE FUNCTION change_contact_addresses();

-- Planned once: a save pays for a plan more than for running it.
ALTER FUNCTION refresh_addresses(uuid[]) SET plan_cache_mode = force_generic_plan;

-- What is there already.
INSERT INTO address (association_id, contact_id, kind, value, shown, field, state)
SELECT association_id, contact_id, kind, value, shown, field, address_first_state(kind, shown) FROM borne_address;
