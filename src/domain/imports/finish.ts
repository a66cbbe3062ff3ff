// Ends a run: shared listings, rows that are gone from their register (never from a much smaller file), counts and one event.
import { z } from 'zod';
import type { Tx } from '../context.ts';
import { command } from '../operation.ts';
import { noCounts } from './merge.ts';
import type { HeldRegister, ImportWarning } from './schema.ts';

/** A file with less than this share of the rows that the register had last time is held for a person: such files have turned out to be cut off. */
const suspiciousShare = 0.7;

interface NewestFile {
  platform: string;
  instance: string;
  /** Times of the file's first and last row. */
  began_at: Date;
  scraped_at: Date;
  rows: number;
  before: number | null;
  known_at: Date | null;
}

export const finishImport = command({
  name: 'import.finish',
  input: z.strictObject({ runId: z.uuid(), leaseId: z.uuid() }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'a run that changed nothing leaves no event',
  async run({ tx, emit, now }, { runId, leaseId }) {
    const [run] = await tx.$queryRaw<
      { counts: Partial<ReturnType<typeof noCounts>>; warnings: ImportWarning[] }[]
    >`SELECT counts, warnings FROM import_run WHERE id = ${runId}::uuid AND lease_id = ${leaseId}::uuid AND state = 'MERGING' FOR UPDATE`;
    if (!run) return null;
    const counts = { ...noCounts(), ...run.counts };
    const warnings = [...run.warnings, ...(await listShared(tx, runId))];
    const held: HeldRegister[] = [];
    for (const newest of await newestFiles(tx, runId)) {
      const { platform, instance, scraped_at, began_at, rows, before, known_at } = newest;
      if (known_at !== null && known_at > scraped_at) continue;
      if (before !== null && rows < before * suspiciousShare) {
        held.push({
          platform,
          instance,
          before,
          now: rows,
          beganAt: began_at.toISOString(),
          scrapedAt: scraped_at.toISOString(),
        });
        warnings.push({ code: 'fewer_rows', params: { register: instance, before, now: rows } });
        continue;
      }
      await markMissing(tx, platform, instance, began_at);
      await rememberRegister(tx, runId, newest);
    }
    if (counts.older > 0) warnings.push({ code: 'older_rows', params: { rows: counts.older } });
    await tx.$executeRaw`
      UPDATE municipality m SET register_state = 'ok', last_imported_at = ${now()}
      WHERE m.code IN (SELECT DISTINCT municipality_code FROM import_row WHERE run_id = ${runId}::uuid)`;
    await tx.importRun.update({
      where: { id: runId },
      data: {
        state: 'DONE',
        finishedAt: now(),
        leaseId: null,
        leaseUntil: null,
        counts: structuredClone(counts) as object,
        warnings: structuredClone(warnings) as object[],
        held: structuredClone(held) as object[],
      },
    });
    const { associations, contacts } = counts;
    if (associations.created + associations.updated + contacts.created + contacts.updated > 0) {
      emit('import.finished', { ids: [runId], details: { associations, contacts } });
    }
    return counts;
  },
});

/** Lists associations under every municipality whose file named them, and says where one register serves two. */
async function listShared(tx: Tx, runId: string): Promise<ImportWarning[]> {
  await tx.$executeRaw`
    INSERT INTO association_listing (municipality_code, association_id)
    SELECT DISTINCT r.municipality_code, s.association_id
    FROM import_row r
    JOIN source_record s ON s.platform = r.platform AND s.instance = r.instance AND s.external_id = r.external_id
    WHERE r.run_id = ${runId}::uuid
      AND NOT EXISTS (SELECT 1 FROM import_winner w WHERE w.run_id = r.run_id AND w.seq = r.seq)
    ON CONFLICT DO NOTHING`;
  const shared = await tx.$queryRaw<{ instance: string; municipalities: string; count: number }[]>`
    WITH listed AS (
      SELECT s.instance, l.association_id, array_agg(l.municipality_code ORDER BY l.municipality_code) AS codes
      FROM source_record s JOIN association_listing l ON l.association_id = s.association_id
      WHERE s.instance IN (SELECT DISTINCT instance FROM import_row WHERE run_id = ${runId}::uuid)
      GROUP BY 1, 2 HAVING count(*) > 1)
    SELECT instance, (SELECT string_agg(m.name, ', ' ORDER BY m.name) FROM municipality m WHERE m.code = ANY (codes)) AS municipalities,
           count(*)::int AS count
    FROM listed GROUP BY instance, codes ORDER BY instance`;
  return shared.map(({ instance, municipalities, count }) => ({
    code: 'shared_register',
    params: { register: instance, municipalities, associations: count },
  }));
}

/** Per register of the run: its newest file's time and rows, beside what was known before. */
const newestFiles = (tx: Tx, runId: string) => tx.$queryRaw<NewestFile[]>`
  WITH files AS (
    SELECT platform, instance, file_id, min(scraped_at) AS began_at, max(scraped_at) AS scraped_at, count(DISTINCT external_id)::int AS rows
    FROM import_row WHERE run_id = ${runId}::uuid GROUP BY 1, 2, 3
  ), newest AS (
    SELECT DISTINCT ON (platform, instance) platform, instance, began_at, scraped_at, rows
    FROM files ORDER BY platform, instance, scraped_at DESC, rows DESC
  )
  SELECT n.platform::text, n.instance, n.began_at, n.scraped_at, n.rows, g.last_rows AS before, g.last_scraped_at AS known_at
  FROM newest n LEFT JOIN register g ON g.platform = n.platform AND g.instance = n.instance
  ORDER BY n.instance`;

/** Rows of the register that its newest full file no longer has. They stay, and say since when they are missing. */
export const markMissing = (tx: Tx, platform: string, instance: string, beganAt: Date) => tx.$executeRaw`
  UPDATE source_record SET missing_since = ${beganAt}
  WHERE platform = ${platform}::platform AND instance = ${instance} AND missing_since IS NULL
    AND last_seen_at < ${beganAt}`;

export const rememberRegister = (
  tx: Tx,
  runId: string,
  { platform, instance, rows, scraped_at }: Pick<NewestFile, 'platform' | 'instance' | 'rows' | 'scraped_at'>,
) => tx.$executeRaw`
  INSERT INTO register (platform, instance, last_rows, last_scraped_at, last_run_id)
  VALUES (${platform}::platform, ${instance}, ${rows}, ${scraped_at}, ${runId}::uuid)
  ON CONFLICT (platform, instance) DO UPDATE SET last_rows = excluded.last_rows,
    last_scraped_at = excluded.last_scraped_at, last_run_id = excluded.last_run_id`;
