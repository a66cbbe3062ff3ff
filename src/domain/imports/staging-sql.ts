// The statements that turn staged rows into the list of rows to merge. A row whose municipality nothing tells is in none of them.
import { Prisma } from '#prisma/client.ts';
import { maxRefusedRows } from './inspect-file.ts';

/**
 * For statements over a whole run. Of rows that have just come the planner knows nothing, and a join that goes row for row
 * because it expected three takes minutes where seconds do.
 */
export const wholeRun = Prisma.sql`
  SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`;

/** Rows (`r`) of a run's usable files (`f`) with the municipality and register (`p`) they were given. */
export const assignedRows = (runId: string) => Prisma.sql`
  import_file f
  JOIN import_municipality p ON p.file_id = f.id AND p.register IS NOT NULL
  JOIN import_row r ON r.file_id = p.file_id AND r.municipality_name = p.municipality_name AND r.instance = p.instance
    AND f.run_id = ${runId}::uuid AND f.refusal IS NULL`;

/** Per usable file: how many rows are staged. */
export const countStaged = (runId: string) => Prisma.sql`
  SELECT f.id, count(r.file_id)::int AS rows
  FROM import_file f LEFT JOIN import_row r ON r.file_id = f.id
  WHERE f.run_id = ${runId}::uuid AND f.refusal IS NULL GROUP BY f.id`;

export const openSources = (runId: string) => Prisma.sql`
  DECLARE sources CURSOR FOR
  SELECT r.file_id, r.municipality_name, r.instance, count(*)::int AS rows
  FROM import_file f JOIN import_row r ON r.file_id = f.id
  WHERE f.run_id = ${runId}::uuid AND f.refusal IS NULL GROUP BY 1, 2, 3`;

/** `municipalities` as JSON. */
export const insertMunicipalities = (municipalities: string) => Prisma.sql`
  INSERT INTO import_municipality (file_id, municipality_name, instance, register, municipality_code, home_code, home_words)
  SELECT * FROM jsonb_to_recordset(${municipalities}::jsonb)
    AS p(file_id uuid, municipality_name text, instance text, register text, municipality_code text, home_code text, home_words text)`;

/** Rows without a municipality are problems of the run; of a file's refused rows so many are named. */
export const refuseUnassigned = (runId: string) => Prisma.sql`
  INSERT INTO import_issue (run_id, file_id, row, seq, code, field, value, name)
  SELECT ${runId}::uuid, file_id, row, -1, 'municipality_unknown', 'row', left(municipality_name, 200), '' FROM (
    SELECT r.file_id, r.row, r.municipality_name, row_number() OVER (PARTITION BY r.file_id ORDER BY r.row)
      + (SELECT count(*) FROM import_issue i WHERE i.run_id = ${runId}::uuid AND i.file_id = r.file_id AND i.seq = -1) AS n
    FROM import_file f
    JOIN import_municipality p ON p.file_id = f.id AND p.register IS NULL
    JOIN import_row r ON r.file_id = p.file_id AND r.municipality_name = p.municipality_name AND r.instance = p.instance
    WHERE f.run_id = ${runId}::uuid AND f.refusal IS NULL) unassigned
  WHERE n <= ${maxRefusedRows}
  ON CONFLICT DO NOTHING`;

/**
 * The newest row of an identity wins; of two twins the one with the original spelling; of two alike the later. Identities
 * are told apart byte by byte: by the rules of Swedish the sort would take ten times as long.
 */
export const insertMergeRows = (runId: string) => Prisma.sql`
  INSERT INTO import_merge_row (run_id, position, file_id, row, instance, municipality_code, home_code, home_words, contacts)
  SELECT ${runId}::uuid, (row_number() OVER (ORDER BY position, row) - 1)::int, file_id, row, register, municipality_code,
    home_code, home_words, contacts
  FROM (
    SELECT DISTINCT ON (r.platform, p.register COLLATE "C", r.external_id COLLATE "C")
      f.position, r.file_id, r.row, p.register, p.municipality_code, p.home_code, p.home_words,
      jsonb_array_length(r.contacts) AS contacts
    FROM ${assignedRows(runId)}
    ORDER BY r.platform, p.register COLLATE "C", r.external_id COLLATE "C", r.scraped_at DESC, r.file_rank DESC,
      f.position DESC, r.row DESC) newest`;

export const insertIssues = (runId: string) => Prisma.sql`
  INSERT INTO import_issue (run_id, file_id, row, seq, code, field, value, name)
  SELECT f.run_id, r.file_id, r.row, i.ordinality, i.value ->> 'code', i.value ->> 'field', i.value ->> 'value',
    left(r.fields ->> 'name', 200)
  FROM ${assignedRows(runId)}, jsonb_array_elements(r.issues) WITH ORDINALITY AS i
  WHERE r.issues <> '[]'
  ON CONFLICT DO NOTHING`;

export const countAssigned = (runId: string) => Prisma.sql`
  UPDATE import_file f SET rows = coalesce(assigned.rows, 0)
  FROM import_file own LEFT JOIN (SELECT r.file_id, count(*)::int AS rows FROM ${assignedRows(runId)} GROUP BY 1) assigned
    ON assigned.file_id = own.id
  WHERE f.id = own.id AND own.run_id = ${runId}::uuid AND own.refusal IS NULL`;

export const beginMerging = (runId: string, rowsToMerge: number, warnings: string) => Prisma.sql`
  UPDATE import_run SET state = 'MERGING', rows_to_merge = ${rowsToMerge}, warnings = ${warnings}::jsonb,
    staged_rows = counted.rows, rows = counted.rows,
    issue_counts = (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM (
      SELECT code, count(*) AS n FROM import_issue WHERE run_id = ${runId}::uuid GROUP BY code) coded)
  FROM (SELECT coalesce(sum(rows), 0)::int AS rows FROM import_file WHERE run_id = ${runId}::uuid AND refusal IS NULL) counted
  WHERE id = ${runId}::uuid`;
