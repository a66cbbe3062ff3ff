// Staging with COPY: the fastest way in that PostgreSQL has.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Lock, runLockClass, type StagedRow, type StagingArea } from '#domain/imports/staging-area.ts';

const columns = [
  'run_id',
  'file_id',
  'row',
  'platform',
  'instance',
  'municipality_name',
  'external_id',
  'scraped_at',
  'file_rank',
  'source_url',
  'incomplete',
  'natural_person',
  'content_hash',
  'new_id',
  'has_email',
  'has_phone',
  'search_name',
  'search_people',
  'search_rest',
  'search_about',
  'fields',
  'contacts',
  'issues',
  'raw',
];

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const special = /[\\\n\r\t\0]/;
const text = (value: string) =>
  special.test(value)
    ? value.replaceAll('\0', '').replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? found)
    : value;
const json = (value: unknown) => text(JSON.stringify(value));

function line(
  runId: string,
  fileId: string,
  { row, fileRank, newId, contactIds, hasEmail, hasPhone, search, record }: StagedRow,
) {
  const { description, ...fields } = record.association;
  const columnFields = {
    ...fields,
    descriptionText: description?.text ?? null,
    descriptionSections: description?.sections ?? [],
  };
  return `${[
    runId,
    fileId,
    row,
    record.platform,
    text(record.instance),
    text(record.municipalityName),
    text(record.externalId),
    record.scrapedAt,
    fileRank,
    record.sourceUrl === null ? '\\N' : text(record.sourceUrl),
    record.incomplete ? 't' : 'f',
    record.naturalPerson ? 't' : 'f',
    record.contentHash,
    newId,
    hasEmail ? 't' : 'f',
    hasPhone ? 't' : 'f',
    search?.name ?? '\\N',
    search?.people ?? '\\N',
    search?.rest ?? '\\N',
    search?.about ?? '\\N',
    json(columnFields),
    json(record.contacts.map(({ key, ...register }, index) => ({ id: contactIds[index], key, register }))),
    json(record.issues),
    json(record.raw),
  ].join('\t')}\n`;
}

async function tryLock(pool: pg.Pool, key: string, values: string[]): Promise<Lock | null> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(${key}) AS taken`,
      values,
    );
    if (!rows[0]?.taken) {
      client.release();
      return null;
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  // The lock is the connection's: a process that dies lets go of it. Let go in words it is free at once, and not only when
  // the server has noticed that the connection is closed.
  return {
    async end() {
      const free = await client.query(`SELECT pg_advisory_unlock(${key})`, values).catch(() => null);
      client.release(free === null);
    },
  };
}

export function postgresStaging(pool: pg.Pool): StagingArea {
  return {
    async write({ runId, fileId }, rows) {
      const client = await pool.connect();
      let count = 0;
      try {
        const copy = client.query(copyFrom(`COPY import_row (${columns.join(', ')}) FROM STDIN`));
        async function* lines() {
          // A chunk of lines a write: one line each would cost a system call each.
          let chunk = '';
          for await (const row of rows) {
            chunk += line(runId, fileId, row);
            count += 1;
            if (chunk.length > 128 * 1024) {
              yield chunk;
              chunk = '';
            }
          }
          if (chunk) yield chunk;
        }
        await pipeline(Readable.from(lines()), copy);
        client.release();
        return count;
      } catch (error) {
        // The connection may be in the middle of a COPY: it is not given back.
        client.release(true);
        throw error;
      }
    },
    takeTurn: () => tryLock(pool, `hashtext('kansli.import')`, []),
    holdRun: (runId) => tryLock(pool, `${runLockClass}, hashtext($1)`, [runId]),
    async clear(fileIds) {
      if (fileIds.length === 0) return;
      await pool.query('DELETE FROM import_municipality WHERE file_id = ANY ($1::uuid[])', [fileIds]);
      await pool.query('DELETE FROM import_row WHERE file_id = ANY ($1::uuid[])', [fileIds]);
    },
  };
}
