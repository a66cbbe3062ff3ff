-- A person writes `St Göran`, `1a`, `F19`, `IK`; the register `S:t Göran`, `1:a`, `F 19`, `I.K.`. The steps are those of
-- src/lib/search-words.ts, one by one. A line break parts what must not be read together: a name that ends in one letter, and a
-- town that begins with one.
CREATE OR REPLACE FUNCTION search_words(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  text text := fold_text(value);
BEGIN
  text := regexp_replace(text, '([a-z0-9]+)[''`´]([a-z0-9]+)(?:[''`´]([a-z0-9]+))?', '\1\2\3 \2\3 \2', 'g');
  text := regexp_replace(text, '(^|[^a-z0-9])s[:.]t([ae]?)(?![a-z0-9])', '\1st\2 ', 'g');
  text := regexp_replace(text, '&|\+(?![0-9])', ' och ', 'g');
  text := regexp_replace(text, '([a-z])(?=[0-9])', '\1 ', 'g');
  text := regexp_replace(text, '([0-9])(?=[a-z])', '\1 ', 'g');
  text := regexp_replace(text, '(?<![a-z0-9])([a-z])[^a-z0-9\n]{1,2}(?=[a-z](?![a-z0-9]))', '\1', 'g');
  text := regexp_replace(text, '([a-z]+)-([a-z]+)', '\1 \2 \1\2', 'g');
  text := btrim(regexp_replace(text, '[^a-z0-9]+', ' ', 'g'));
  text := regexp_replace(text, '(?<![a-z0-9])(?:st[ae]?|sankt[ae]?|saint)(?![a-z0-9])', 'sankt st sta saint', 'g');
  RETURN regexp_replace(text, '(?<![a-z0-9])46(?:8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0-9]|90|(?!8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0-9]|90)[0-9]{3})([0-9]{5,8})(?![a-z0-9])', '\& \1', 'g');
END $$;

-- Lists are sorted by a name without the signs before it, numbers by what they are worth, å ä ö last.
CREATE COLLATION sv_natural (provider = icu, locale = 'sv-u-kn-true');
ALTER TABLE association ADD COLUMN name_key text COLLATE sv_natural NOT NULL GENERATED ALWAYS AS
  (coalesce(nullif(regexp_replace(name COLLATE "sv-SE-x-icu", '^[^[:alnum:]]+', ''), ''), name)) STORED;
DROP INDEX association_by_name;
CREATE INDEX association_by_name ON association (name_key, id) WHERE deleted_at IS NULL;

-- The name by itself, so that reading all of them asks for no folding. Weight A is all one knows an association by, D what
-- is told about it: a description, and tags.
ALTER TABLE association_search ADD COLUMN name text NOT NULL DEFAULT '';
ALTER TABLE import_row RENAME COLUMN search_title TO search_name;
ALTER TABLE import_row ADD COLUMN search_about text;
-- What was folded before is folded again by the database.
UPDATE import_row SET search_name = NULL;

CREATE OR REPLACE FUNCTION refresh_association_index(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH people AS (
    SELECT c.association_id,
           string_agg(c.name, E'\n' ORDER BY c.id) AS names,
           string_agg(concat_ws(E'\n', array_to_string(c.emails, E'\n'),
             (SELECT string_agg(p ->> 'number', E'\n') FROM jsonb_array_elements(c.phones) p)), E'\n' ORDER BY c.id) AS reach
    FROM contact c
    WHERE c.association_id = ANY (ids) AND c.deleted_at IS NULL
    GROUP BY c.association_id
  ), text AS (
    SELECT a.id, search_words(a.name) AS name,
           concat_ws(' ', search_words(a.name), nullif(search_words(m.name), ''),
             nullif(search_words(left(concat_ws(E'\n', a.city, p.names), 50000)), '')) AS folded,
           search_words(concat_ws(E'\n', replace(a.org_number, '-', ''), a.street_address, a.email,
             array_to_string(a.other_emails, E'\n'), a.phone, a.homepage_url,
             left(concat_ws(E'\n', array_to_string(a.types, E'\n'), array_to_string(a.activities, E'\n'), p.reach), 50000))) AS rest,
           search_words(concat_ws(E'\n', left(concat_ws(E'\n', a.description_text, (SELECT string_agg(v #>> '{}', E'\n')
               FROM jsonb_path_query(a.description_sections, '$[*].items[*].value') v)), 10000),
             (SELECT string_agg(t.name, E'\n') FROM association_tag l JOIN tag t ON t.id = l.tag_id
               WHERE l.association_id = a.id))) AS about
    FROM association a
    JOIN municipality m ON m.code = a.municipality_code
    LEFT JOIN people p ON p.association_id = a.id
    WHERE a.id = ANY (ids)
  )
  INSERT INTO association_search (association_id, name, words, folded)
  SELECT id, name, association_search_words(folded || ' ' || rest, about), folded FROM text
  ON CONFLICT (association_id) DO UPDATE SET name = excluded.name, words = excluded.words, folded = excluded.folded
  WHERE (association_search.name, association_search.words, association_search.folded)
    IS DISTINCT FROM (excluded.name, excluded.words, excluded.folded);

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
ALTER FUNCTION refresh_association_index(uuid[]) SET plan_cache_mode = force_generic_plan;

-- Folded words as they are stored: known by (A), told about it (D).
CREATE FUNCTION association_search_words(known_by text, about text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('simple', known_by), 'A') || to_tsvector('simple', coalesce(about, ''));

-- Whatever attaches a tag, takes it off or renames it: the associations that bear it are found by what it is called now.
CREATE FUNCTION refresh_tagged_associations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_association_index(ARRAY(SELECT DISTINCT association_id FROM moved));
  RETURN NULL;
END $$;
CREATE TRIGGER tag_attached AFTER INSERT ON association_tag REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_tagged_associations();
CREATE TRIGGER tag_taken_off AFTER DELETE ON association_tag REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_tagged_associations();
CREATE FUNCTION refresh_renamed_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_association_index(ARRAY(SELECT DISTINCT l.association_id FROM renamed r
    JOIN former f ON f.id = r.id AND f.name <> r.name JOIN association_tag l ON l.tag_id = r.id));
  RETURN NULL;
END $$;
CREATE TRIGGER tag_renamed AFTER UPDATE ON tag REFERENCING OLD TABLE AS former NEW TABLE AS renamed
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_renamed_tags();

SELECT refresh_association_index(ARRAY(SELECT id FROM association));
