// New associations are written by one statement with all that hangs on them: what was read of the staged rows is read once.
import { Prisma } from '#prisma/client.ts';
import { recordShape, registerColumns, registerColumnValues } from '../associations/shown-values-sql.ts';
import type { Batch } from './merge-sql.ts';

/**
 * Derived values are written with the row: to correct them afterwards would write every row and its indexes twice. Answers
 * the ids, and for which of them the database has to fold the search text itself.
 */
export const createAssociations = ({ runId, from, to }: Batch) => Prisma.sql`
  WITH made AS MATERIALIZED (
    SELECT w.position, w.association_id, w.source_record_id, w.instance, w.municipality_code, w.home_code, w.home_words, r.platform,
      r.external_id, r.scraped_at, r.file_rank, r.source_url, r.incomplete, r.natural_person, r.content_hash, r.has_email,
      r.has_phone, r.search_name, r.search_people, r.search_rest, r.search_about, r.fields, r.contacts, r.issues, r.raw
    FROM import_merge_row w JOIN import_row r ON r.file_id = w.file_id AND r.row = w.row
    WHERE w.run_id = ${runId}::uuid AND w.position >= ${from} AND w.position < ${to} AND w.action = 'created'
    ORDER BY w.position
  ), associations AS (
    INSERT INTO association (id, municipality_code, natural_person, incomplete, has_email, quality_score, created_at,
      updated_at, ${registerColumns})
    SELECT m.association_id, m.home_code, m.natural_person, m.incomplete, m.has_email,
      association_quality(m.has_email, m.has_phone, jsonb_array_length(m.contacts) > 0, f."homepageUrl", f."streetAddress",
        f."postalCode", f."orgNumber", f.activities, f."descriptionText"),
      now(), now(), ${registerColumnValues}
    FROM made m, jsonb_to_record(m.fields) AS f(${recordShape})
  ), sources AS (
    INSERT INTO source_record (id, platform, instance, external_id, association_id, municipality_code, source_url, raw,
      fields, content_hash, file_rank, issues, incomplete, first_seen_at, last_seen_at, first_run_id, run_id)
    SELECT source_record_id, platform, instance, external_id, association_id, municipality_code, source_url, raw,
      jsonb_strip_nulls(fields), content_hash, file_rank, issues, incomplete, scraped_at, scraped_at, ${runId}::uuid, ${runId}::uuid
    FROM made
  ), listings AS (
    INSERT INTO association_listing (municipality_code, association_id)
    SELECT home_code, association_id FROM made
    UNION ALL SELECT municipality_code, association_id FROM made WHERE municipality_code <> home_code
  ), people AS (
    INSERT INTO contact (id, association_id, name, role, role_text, emails, phones, links, is_primary, origin,
      source_record_id, source_key, register, created_at, updated_at)
    SELECT c.id, m.association_id, p.name, p.role, p."roleText", p.emails, p.phones, p.links, c.nth = 1, 'REGISTER',
      m.source_record_id, c.key, c.register, now(), now()
    FROM made m,
      ROWS FROM (jsonb_to_recordset(m.contacts) AS (id uuid, key text, register jsonb)) WITH ORDINALITY AS c(id, key, register, nth),
      jsonb_to_record(c.register) AS p(name text, role contact_role, "roleText" text, emails text[], phones jsonb, links text[])
  ), kinds AS (
    INSERT INTO association_type (type, association_id)
    SELECT DISTINCT kind, m.association_id FROM made m, jsonb_array_elements_text(m.fields -> 'types') AS kind
  ), texts AS (
    INSERT INTO association_search (association_id, name, words, folded)
    SELECT m.association_id, m.search_name, association_search_words(t.folded || ' ' || m.search_rest, m.search_about), t.folded
    FROM made m,
      LATERAL (SELECT concat_ws(' ', m.search_name, nullif(m.home_words, ''), nullif(m.search_people, '')) AS folded) t
    WHERE m.search_name IS NOT NULL AND m.home_words IS NOT NULL
  ), journal AS (
    INSERT INTO import_change (run_id, source_record_id, association_id, action, changed, at)
    SELECT ${runId}::uuid, source_record_id, association_id, 'created', '{}', now() FROM made
  )
  SELECT association_id AS id, search_name IS NULL OR home_words IS NULL AS unfolded FROM made`;
