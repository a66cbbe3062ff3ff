-- What Prisma's schema cannot say: text search, sort indexes by Swedish collation, staging without a log.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Folding for search: case, å ä ö and other accents go. Declared immutable because the dictionary is fixed.
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value));

-- Words only: everything that is neither letter nor digit becomes a space.
CREATE FUNCTION search_words(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(fold_text(value), '[^a-z0-9]+', ' ', 'g');

CREATE INDEX association_search_words ON association_search USING gin (words);
CREATE INDEX association_search_folded ON association_search USING gin (folded gin_trgm_ops);
ALTER TABLE association_search SET (autovacuum_vacuum_scale_factor = 0.05);

-- One index for each offered sort, over living rows, tie broken by id: a page costs the same at any depth.
ALTER TABLE association ALTER COLUMN name TYPE text COLLATE "sv-SE-x-icu";
ALTER TABLE association ALTER COLUMN city TYPE text COLLATE "sv-SE-x-icu";
ALTER TABLE municipality ALTER COLUMN name TYPE text COLLATE "sv-SE-x-icu";
CREATE INDEX association_by_name ON association (name, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_city ON association (city, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_updated ON association (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_created ON association (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_activity ON association (last_activity_at, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_quality ON association (quality_score, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_member_since ON association (member_since, id) WHERE deleted_at IS NULL;

-- Narrow indexes for filters and exact counts, read without touching the table.
CREATE INDEX association_by_municipality ON association (municipality_code) WHERE deleted_at IS NULL;
CREATE INDEX association_by_status ON association (crm_status) WHERE deleted_at IS NULL;
CREATE INDEX association_by_stage ON association (pipeline) WHERE deleted_at IS NULL;
CREATE INDEX association_by_has_email ON association (has_email) WHERE deleted_at IS NULL;
CREATE INDEX association_by_org_number ON association (org_number) WHERE org_number IS NOT NULL;
CREATE INDEX association_in_trash ON association (deleted_at DESC, id) WHERE deleted_at IS NOT NULL;

-- Exactly one primary contact per association that has any.
CREATE UNIQUE INDEX contact_one_primary ON contact (association_id) WHERE is_primary AND deleted_at IS NULL;

-- The dispatcher looks for undispatched events only.
CREATE INDEX event_undispatched ON event (id) WHERE dispatched_at IS NULL;

ALTER TABLE import_row SET UNLOGGED;
ALTER TABLE import_winner SET UNLOGGED;

-- How complete a record is, 0 to 100: a way to reach it counts most.
CREATE FUNCTION association_quality(has_email boolean, has_phone boolean, has_contact boolean, homepage_url text,
  street_address text, postal_code text, org_number text, activities text[], description_text text) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (CASE WHEN has_email THEN 25 ELSE 0 END
  + CASE WHEN has_phone THEN 15 ELSE 0 END
  + CASE WHEN has_contact THEN 20 ELSE 0 END
  + CASE WHEN homepage_url IS NOT NULL THEN 10 ELSE 0 END
  + CASE WHEN street_address IS NOT NULL AND postal_code IS NOT NULL THEN 10 ELSE 0 END
  + CASE WHEN org_number IS NOT NULL THEN 10 ELSE 0 END
  + CASE WHEN cardinality(activities) > 0 OR description_text IS NOT NULL THEN 10 ELSE 0 END)::smallint;

-- Brings everything derived from an association up to date: search text, type rows, has_email, quality.
-- Called with the ids that a command or an import batch touched; untouched text costs no index write.
-- A tsvector ends at 1 MB, which no honest record comes near.
-- `words` holds everything one may search for. `folded`, for parts of words and misspelt ones, holds names and the
-- town alone: trigrams of all the rest would cost more than the whole import.
CREATE FUNCTION refresh_association_index(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH people AS (
    SELECT c.association_id,
           string_agg(c.name, ' ') AS names,
           string_agg(array_to_string(c.emails, ' ') || ' ' ||
             coalesce((SELECT string_agg(p ->> 'number', ' ') FROM jsonb_array_elements(c.phones) p), ''), ' ') AS reach
    FROM contact c
    WHERE c.association_id = ANY (ids) AND c.deleted_at IS NULL
    GROUP BY c.association_id
  ), text AS (
    SELECT a.id, search_words(left(concat_ws(' ', a.name, a.city, m.name, p.names), 50000)) AS folded,
           search_words(concat_ws(' ', replace(a.org_number, '-', ''), a.street_address, a.email,
             array_to_string(a.other_emails, ' '), a.phone, a.homepage_url,
             left(concat_ws(' ', array_to_string(a.types, ' '), array_to_string(a.activities, ' '), p.reach), 50000))) AS rest
    FROM association a
    JOIN municipality m ON m.code = a.municipality_code
    LEFT JOIN people p ON p.association_id = a.id
    WHERE a.id = ANY (ids)
  )
  INSERT INTO association_search (association_id, words, folded)
  SELECT id, to_tsvector('simple', folded || ' ' || rest), folded FROM text
  ON CONFLICT (association_id) DO UPDATE SET words = excluded.words, folded = excluded.folded
  WHERE (association_search.words, association_search.folded) IS DISTINCT FROM (excluded.words, excluded.folded);

  UPDATE association a SET has_email = d.has_email, quality_score = d.quality_score
  FROM (
    SELECT a.id, e.has_email, association_quality(e.has_email, a.phone IS NOT NULL OR coalesce(p.has_phone, false),
      p.association_id IS NOT NULL, a.homepage_url, a.street_address, a.postal_code, a.org_number, a.activities,
      a.description_text) AS quality_score
    FROM association a
    LEFT JOIN (
      SELECT c.association_id, bool_or(cardinality(c.emails) > 0) AS has_email,
             bool_or(jsonb_array_length(c.phones) > 0) AS has_phone
      FROM contact c WHERE c.association_id = ANY (ids) AND c.deleted_at IS NULL GROUP BY c.association_id
    ) p ON p.association_id = a.id,
    LATERAL (SELECT a.email IS NOT NULL OR coalesce(p.has_email, false) AS has_email) e
    WHERE a.id = ANY (ids)
  ) d
  WHERE a.id = d.id AND (a.has_email, a.quality_score) IS DISTINCT FROM (d.has_email, d.quality_score);

  -- Only living associations have type rows, so that counting a type needs no look at the association.
  DELETE FROM association_type t USING association a
  WHERE t.association_id = ANY (ids) AND a.id = t.association_id
    AND (a.deleted_at IS NOT NULL OR t.type <> ALL (a.types));
  INSERT INTO association_type (type, association_id)
  SELECT DISTINCT kind, a.id FROM association a, unnest(a.types) AS kind WHERE a.id = ANY (ids) AND a.deleted_at IS NULL
  ON CONFLICT DO NOTHING;
END $$;

-- A list is empty, never unknown; Prisma's schema has no word for it.
DO $$
DECLARE
  list record;
BEGIN
  FOR list IN SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'ARRAY' AND table_name <> 'event'
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET NOT NULL', list.table_name, list.column_name);
  END LOOP;
END $$;
