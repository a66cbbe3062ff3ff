// A generated installation of any size, brought in by the product's own import.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '#domain/context.ts';
import { draftImport, startImport } from '#domain/imports/commands.ts';
import { runImport } from '#domain/imports/jobs.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { concurrentMap } from '#lib/concurrent-map.ts';
import { generateRegisterFiles } from '#sample/register-files.ts';
import type { RegisterRecord } from '#sample/register-record.ts';

export interface ImportTimes {
  runId: string;
  rows: number;
  /** Seconds: stored, read, cleaned and staged. */
  receive: number;
  /** Seconds: placed, matched, merged and tidied. */
  merge: number;
  peakMegabytes: number;
}

export interface GeneratedImport {
  associations: number;
  municipalities?: number;
  /** Changes a record before it is written; the rest of the product sees what it gives. */
  change?: (record: RegisterRecord, index: number) => RegisterRecord;
}

/** Generates registers (the same ones each time) and imports them as the command line does: from files on the disk. */
export async function importGenerated(context: Context, generated: GeneratedImport): Promise<ImportTimes> {
  const folder = await mkdtemp(join(process.env.KANSLI_DATA_DIR ?? tmpdir(), 'registers-'));
  const files = await writeRegisters(folder, generated);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  try {
    const { runId } = await draftImport(context, {});
    const begun = performance.now();
    const places: Record<string, string> = {};
    const receiving = concurrentMap(files, ({ name, path }, after) => {
      const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
      return receiveImportFile(context, { runId, name, bytes, after });
    });
    for await (const { item, result } of receiving) places[(await result()).fileId] = item.municipality;
    const received = performance.now();
    await startImport(context, { runId, municipalities: places });
    await runImport(context, { runId });
    const done = performance.now();
    const run = await context.db.importRun.findUniqueOrThrow({ where: { id: runId } });
    if (run.state !== 'DONE') throw new Error(`the import ended as ${run.state}: ${run.error}`);
    return {
      runId,
      rows: run.rows,
      receive: (received - begun) / 1_000,
      merge: (done - received) / 1_000,
      peakMegabytes: Math.round(peak / 1_048_576),
    };
  } finally {
    clearInterval(watch);
    await rm(folder, { recursive: true, force: true });
  }
}

const sameRecord = (record: RegisterRecord) => record;

async function writeRegisters(folder: string, generated: GeneratedImport) {
  const { associations, municipalities = 290, change = sameRecord } = generated;
  const files = [];
  for (const file of generateRegisterFiles({ seed: 7, associations, municipalities })) {
    const path = join(folder, `${file.municipality.code}.json`);
    const records = [...file.records()].map(change);
    await writeFile(path, `[${records.map((record) => JSON.stringify(record)).join(',\n')}]`);
    files.push({ name: file.fileName, path, municipality: file.municipality.code });
  }
  return files;
}

/** Spreads people's work over the rows, so that every filter selects something, and writes `events` events. */
export async function addWork({ db }: Context, ownerIds: string[], events: number): Promise<void> {
  await db.$executeRaw`
    UPDATE association SET
      crm_status = (enum_range(NULL::crm_status))[1 + (abs(hashtext(id::text)) % 100) / 15],
      pipeline = (enum_range(NULL::pipeline_stage))[1 + (abs(hashtext(id::text || 'p')) % 96) / 16],
      owner_id = CASE WHEN abs(hashtext(id::text || 'o')) % 3 = 0
        THEN (${ownerIds}::uuid[])[1 + abs(hashtext(id::text || 'w')) % ${ownerIds.length}::int] END,
      last_activity_at = CASE WHEN abs(hashtext(id::text || 'a')) % 2 = 0 THEN now() - make_interval(hours => abs(hashtext(id::text || 't')) % 17520) END,
      updated_at = now() - make_interval(mins => abs(hashtext(id::text || 'u')) % 1000000)`;
  const batch = 500_000;
  for (let from = 0; from < events; from += batch) {
    await db.$executeRaw`
      WITH made AS (
        INSERT INTO event (id, name, entity, entity_ids, actor_type, request_id, payload, created_at, dispatched_at)
        SELECT gen_random_uuid(), 'association.updated', 'association', ARRAY[a.id], 'system', 'bench', '{"before":{"city":"A"},"after":{"city":"B"}}',
               now() - make_interval(mins => (random() * 1000000)::int), now()
        FROM (SELECT id, row_number() OVER () AS n FROM association) a
        CROSS JOIN generate_series(1, ceil(${batch}::float8 / (SELECT count(*) FROM association))::int)
        LIMIT ${batch}
        RETURNING id, entity_ids[1] AS association_id)
      INSERT INTO event_association (association_id, event_id) SELECT association_id, id FROM made`;
  }
  // What autovacuum does by itself within minutes; without it index-only scans are none.
  for (const table of [
    'association',
    'association_type',
    'association_listing',
    'association_search',
    'contact',
    'event',
    'event_association',
  ]) {
    await db.$executeRawUnsafe(`VACUUM ANALYZE ${table}`);
  }
}
