// The statements of a merge, built from the one list of register fields. A batch is a range of positions in import_merge_row.
import { Prisma } from '#prisma/client.ts';
import { currentValues } from '../associations/shown-values-sql.ts';
import { shownContactSql } from '../contacts/shown-contact-sql.ts';

export interface Batch {
  runId: string;
  from: number;
  /** Exclusive. */
  to: number;
}

/** The batch's rows (`r`), what became of them (`w`), narrowed to one action. */
const rows = ({ runId, from, to }: Batch, action?: 'created' | 'changed' | 'unchanged') => Prisma.sql`
  import_merge_row w JOIN import_row r ON r.file_id = w.file_id AND r.row = w.row
  WHERE w.run_id = ${runId}::uuid AND w.position >= ${from} AND w.position < ${to}
  ${action ? Prisma.sql`AND w.action = ${action}` : Prisma.empty}`;

/** The same as a table expression, for statements that join further. */
const batchRows = (batch: Batch, action: 'created' | 'changed' | 'unchanged') => Prisma.sql`(
  SELECT w.position, w.association_id, w.source_record_id, w.changed, r.fields, r.contacts, r.incomplete, r.natural_person,
         r.scraped_at, r.raw, r.content_hash, r.file_rank, r.source_url, r.issues
  FROM ${rows(batch, action)})`;

/**
 * created: never seen · unchanged: same content · older: from before what is known, so it changes nothing · changed.
 * Answers for each action how many associations there are, how many contacts their rows carry, and which of the
 * associations their register had lost and now has again.
 */
export const classify = ({ runId, from, to }: Batch) => Prisma.sql`
  WITH classified AS (
    UPDATE import_merge_row w SET
      association_id = coalesce(s.association_id, r.new_id),
      source_record_id = coalesce(s.id, r.new_id),
      action = CASE
        WHEN s.id IS NULL THEN 'created'
        WHEN s.content_hash = r.content_hash THEN 'unchanged'
        WHEN (s.last_seen_at, s.file_rank) > (r.scraped_at, r.file_rank) THEN 'older'
        ELSE 'changed' END
    FROM import_merge_row o JOIN import_row r ON r.file_id = o.file_id AND r.row = o.row
    LEFT JOIN source_record s ON s.platform = r.platform AND s.instance = o.instance AND s.external_id = r.external_id
    WHERE o.run_id = ${runId}::uuid AND o.position >= ${from} AND o.position < ${to}
      AND w.run_id = o.run_id AND w.position = o.position
    RETURNING w.action, w.contacts, w.association_id, s.missing_since)
  SELECT action, count(*)::int AS associations, coalesce(sum(contacts), 0)::int AS contacts,
    coalesce(array_agg(association_id) FILTER (WHERE missing_since IS NOT NULL), '{}') AS found
  FROM classified GROUP BY action`;

/** People who save the same records wait for this batch, and this batch for them: nobody's edit is overrun. */
export const lockChanged = (batch: Batch) => Prisma.sql`
  SELECT a.id FROM association a WHERE a.id IN (${changedAssociations(batch)})
  ORDER BY a.id FOR UPDATE`;

/** The same content listed under one more municipality. */
export const insertListings = ({ runId, from, to }: Batch) => Prisma.sql`
  INSERT INTO association_listing (municipality_code, association_id)
  SELECT w.municipality_code, w.association_id FROM import_merge_row w
  WHERE w.run_id = ${runId}::uuid AND w.position >= ${from} AND w.position < ${to} AND w.action <> 'created'
    AND NOT EXISTS (SELECT 1 FROM association_listing l
      WHERE l.municipality_code = w.municipality_code AND l.association_id = w.association_id)
  ON CONFLICT DO NOTHING`;

/** The same content seen again later: only the times move. */
export const touchSeen = (batch: Batch) => Prisma.sql`
  UPDATE source_record s SET last_seen_at = r.scraped_at, run_id = ${batch.runId}::uuid, missing_since = NULL
  FROM ${batchRows(batch, 'unchanged')} r
  WHERE s.id = r.source_record_id AND s.last_seen_at < r.scraped_at AND s.content_hash = r.content_hash`;

/**
 * Which of the register's own values moved. A row without detail never blanks what an earlier run had filled. Kept with
 * the row to merge, so that nothing has to look for it among the journal's lines, of whose number the planner knows nothing yet.
 */
export const findMoved = (batch: Batch) => Prisma.sql`
  UPDATE import_merge_row w SET changed = coalesce(moved.fields, '{}')
  FROM ${batchRows(batch, 'changed')} r JOIN source_record s ON s.id = r.source_record_id,
  LATERAL (
    SELECT array_agg(k ORDER BY k) AS fields FROM jsonb_each(r.fields) AS incoming(k, v)
    WHERE coalesce(nullif(v, '[]'), 'null') <> coalesce(nullif(s.fields -> k, '[]'), 'null')
      AND NOT (r.incomplete AND v IN ('null', '[]'))
  ) moved
  WHERE w.run_id = ${batch.runId}::uuid AND w.position = r.position`;

/**
 * Writes the journal of changed rows: which register values moved, and the source record as it was. What is shown follows
 * from source records and marks, so that this undoes a run; the fields as they were shown are kept for people to read.
 */
export const journalChanged = (batch: Batch) => Prisma.sql`
  INSERT INTO import_change (run_id, source_record_id, association_id, action, changed, before, at)
  SELECT ${batch.runId}::uuid, r.source_record_id, r.association_id, 'updated', r.changed,
    jsonb_build_object(
      'fields', (SELECT coalesce(jsonb_object_agg(k, v), '{}') FROM jsonb_each(${currentValues}) AS now_(k, v)
                 WHERE k = ANY (r.changed)),
      'source', jsonb_build_object('raw', s.raw, 'fields', s.fields, 'moved', s.moved, 'missingSince', s.missing_since, 'contentHash', s.content_hash, 'lastSeenAt', s.last_seen_at,
        'fileRank', s.file_rank, 'issues', s.issues, 'incomplete', s.incomplete, 'sourceUrl', s.source_url, 'runId', s.run_id),
      'contacts', (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM contact c WHERE c.source_record_id = s.id)),
    now()
  FROM ${batchRows(batch, 'changed')} r
  JOIN source_record s ON s.id = r.source_record_id
  JOIN association a ON a.id = r.association_id
  ON CONFLICT (run_id, source_record_id) DO NOTHING`;

/** The changed rows' associations: what is shown of them is told anew. */
export const changedAssociations = ({ runId, from, to }: Batch) => Prisma.sql`
  SELECT w.association_id FROM import_merge_row w
  WHERE w.run_id = ${runId}::uuid AND w.position >= ${from} AND w.position < ${to} AND w.action = 'changed'`;

/** Once a register has shown somebody's personal identity number as the association's, the record stays marked. */
export const markNaturalPersons = (batch: Batch) => Prisma.sql`
  UPDATE association a SET natural_person = true, updated_at = now(), version = a.version + 1
  FROM ${batchRows(batch, 'changed')} r
  WHERE a.id = r.association_id AND r.natural_person AND NOT a.natural_person`;

export const updateSourceRecords = (batch: Batch) => Prisma.sql`
  UPDATE source_record s SET raw = r.raw, content_hash = r.content_hash, file_rank = r.file_rank, issues = r.issues,
    incomplete = r.incomplete, source_url = coalesce(r.source_url, s.source_url), last_seen_at = r.scraped_at,
    run_id = ${batch.runId}::uuid, missing_since = NULL,
    fields = s.fields || coalesce((SELECT jsonb_object_agg(k, r.fields -> k) FROM unnest(r.changed) AS k), '{}'),
    moved = s.moved || coalesce((SELECT jsonb_object_agg(k, jsonb_build_object('at', r.scraped_at, 'run', ${batch.runId}::text))
                                 FROM unnest(r.changed) AS k), '{}')
  FROM ${batchRows(batch, 'changed')} r WHERE s.id = r.source_record_id`;

const incomingContacts = (batch: Batch) => Prisma.sql`(
  SELECT r.association_id, r.source_record_id, r.scraped_at, c.value ->> 'key' AS key, (c.value ->> 'id')::uuid AS id,
    c.value -> 'register' AS val
  FROM ${batchRows(batch, 'changed')} r, jsonb_array_elements(r.contacts) AS c)`;

export const insertNewContacts = (batch: Batch) => Prisma.sql`
  INSERT INTO contact (id, association_id, name, role, role_text, emails, phones, links, is_primary, origin,
    source_record_id, source_key, register, created_at, updated_at)
  SELECT i.id, i.association_id, i.val ->> 'name', (i.val ->> 'role')::contact_role, i.val ->> 'roleText',
    ARRAY(SELECT jsonb_array_elements_text(i.val -> 'emails')), i.val -> 'phones',
    ARRAY(SELECT jsonb_array_elements_text(i.val -> 'links')), false, 'REGISTER', i.source_record_id, i.key, i.val, now(), now()
  FROM ${incomingContacts(batch)} i
  WHERE NOT EXISTS (SELECT 1 FROM contact c WHERE c.source_record_id = i.source_record_id AND c.source_key = i.key)
  RETURNING association_id`;

/** What a person wrote stays; the rest follows the register. */
export const updateContacts = (batch: Batch) => Prisma.sql`
  UPDATE contact c SET register = d.val, missing_since = NULL, updated_at = now(), version = c.version + 1, name = d.name,
    role = d.role, role_text = d."roleText", emails = coalesce(d.emails, '{}'), phones = coalesce(d.phones, '[]'),
    links = coalesce(d.links, '{}')
  FROM (
    SELECT k.id, i.val, f.*
    FROM ${incomingContacts(batch)} i JOIN contact k ON k.source_record_id = i.source_record_id AND k.source_key = i.key,
    LATERAL ${shownContactSql(Prisma.sql`i.val`, Prisma.sql`k.person`)}
    WHERE k.register IS DISTINCT FROM i.val OR k.missing_since IS NOT NULL
  ) d
  WHERE c.id = d.id
  RETURNING c.association_id`;

/** A contact that the register no longer names is kept and says since when; a row without detail says nothing of contacts. */
export const markMissingContacts = (batch: Batch) => Prisma.sql`
  UPDATE contact c SET missing_since = r.scraped_at, updated_at = now(), version = c.version + 1
  FROM ${batchRows(batch, 'changed')} r
  WHERE c.source_record_id = r.source_record_id AND c.origin = 'REGISTER' AND c.missing_since IS NULL AND NOT r.incomplete
    AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(r.contacts) i WHERE i.value ->> 'key' = c.source_key)
  RETURNING c.association_id`;

/** Exactly one primary contact per association that has any: the first that the register names, until a person says otherwise. */
export const ensurePrimary = (batch: Batch) => Prisma.sql`
  UPDATE contact c SET is_primary = true
  FROM (
    SELECT DISTINCT ON (c.association_id) c.id FROM contact c
    WHERE c.association_id IN (SELECT w.association_id FROM ${rows(batch, 'changed')}) AND c.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM contact p WHERE p.association_id = c.association_id AND p.is_primary AND p.deleted_at IS NULL)
    ORDER BY c.association_id, c.missing_since NULLS FIRST, c.id
  ) first
  WHERE c.id = first.id`;

/** What the batch really altered; a row whose new content moves nothing is not among them. */
export const alteredAssociations = (batch: Batch, touched: string[]) => Prisma.sql`
  SELECT w.association_id AS id
  FROM import_merge_row w
  WHERE w.run_id = ${batch.runId}::uuid AND w.position >= ${batch.from} AND w.position < ${batch.to} AND w.action = 'changed'
    AND (cardinality(w.changed) > 0 OR w.association_id = ANY (${touched}::uuid[]))`;
