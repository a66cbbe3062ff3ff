// A contact keeps its identity when its register corrects the name: told by an e-mail address, else a phone number, that one
// contact alone has before and one alone has now.
import { Prisma } from '#prisma/client.ts';
import type { Batch } from './merge-sql.ts';

/** Gives contacts of changed rows the key under which the register names them now; the statements after it find them by it. */
export const renameContactKeys = ({ runId, from, to }: Batch) => Prisma.sql`
  WITH changed AS MATERIALIZED (
    SELECT w.source_record_id, r.contacts
    FROM import_merge_row w JOIN import_row r ON r.file_id = w.file_id AND r.row = w.row
    WHERE w.run_id = ${runId}::uuid AND w.position >= ${from} AND w.position < ${to} AND w.action = 'changed'
      AND NOT r.incomplete
  ), now_ AS (
    SELECT d.source_record_id, i.value ->> 'key' AS key, i.value -> 'register' AS register
    FROM changed d, jsonb_array_elements(d.contacts) AS i
  ), before_ AS (
    SELECT c.id, c.source_record_id, c.source_key AS key, c.register
    FROM changed d JOIN contact c ON c.source_record_id = d.source_record_id
    WHERE c.origin = 'REGISTER' AND c.missing_since IS NULL
  ), now_addresses AS (
    SELECT source_record_id, key, address, rank, count(*) OVER (PARTITION BY source_record_id, address) AS bearers
    FROM now_, LATERAL (${addressesOf('now_')}) a
  ), before_addresses AS (
    SELECT id, source_record_id, key, address, count(*) OVER (PARTITION BY source_record_id, address) AS bearers
    FROM before_, LATERAL (${addressesOf('before_')}) a
  ), pairs AS (
    SELECT DISTINCT ON (b.id) b.id, b.source_record_id, n.key
    FROM before_addresses b
    JOIN now_addresses n ON n.source_record_id = b.source_record_id AND n.address = b.address AND n.bearers = 1
    WHERE b.bearers = 1
      AND NOT EXISTS (SELECT 1 FROM now_ o WHERE o.source_record_id = b.source_record_id AND o.key = b.key)
      AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.source_record_id = b.source_record_id AND o.source_key = n.key)
    ORDER BY b.id, n.rank
  ), certain AS (
    SELECT id, key, count(*) OVER (PARTITION BY source_record_id, key) AS claims FROM pairs
  )
  UPDATE contact c SET source_key = p.key FROM certain p WHERE c.id = p.id AND p.claims = 1`;

/** E-mail addresses before phone numbers: a number is shared more often. */
function addressesOf(table: 'now_' | 'before_') {
  const register = Prisma.raw(`${table}.register`);
  return Prisma.sql`
    SELECT DISTINCT address_value('EMAIL', e) AS address, 0 AS rank FROM jsonb_array_elements_text(coalesce(${register} -> 'emails', '[]')) AS e
    UNION SELECT DISTINCT address_value('PHONE', p ->> 'number'), 1 FROM jsonb_array_elements(coalesce(${register} -> 'phones', '[]')) AS p
      WHERE p ->> 'number' IS NOT NULL`;
}
