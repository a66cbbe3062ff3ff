// Ends a run: shared listings, rows that are gone from their register (never from a much smaller file), counts and one event.
import { z } from 'zod';
import type { Tx } from '../context.ts';
import { command } from '../operation.ts';
import { noCounts } from './merge.ts';
import type { RegisterFile } from './registers.ts';
import { endRegisters } from './registers-end.ts';
import type { ImportWarning } from './schema.ts';
import { assignedRows, wholeRun } from './staging-sql.ts';

interface NewestFile extends RegisterFile {
  began_at: Date;
  scraped_at: Date;
  known_at: Date | null;
}

export const finishImport = command({
  name: 'import.finish',
  input: z.strictObject({ runId: z.uuid(), holderId: z.uuid() }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'a run that changed nothing leaves no event',
  async run({ tx, emit, now }, { runId, holderId }) {
    const [run] = await tx.$queryRaw<
      { counts: Partial<ReturnType<typeof noCounts>>; warnings: ImportWarning[] }[]
    >`SELECT counts, warnings FROM import_run WHERE id = ${runId}::uuid AND holder_id = ${holderId}::uuid AND state = 'MERGING' FOR UPDATE`;
    if (!run) return null;
    await tx.$executeRaw(wholeRun);
    const counts = { ...noCounts(), ...run.counts };
    const warnings = [...run.warnings, ...(await listShared(tx, runId))];
    const files = (await newestFiles(tx, runId)).filter(
      ({ known_at, scraped_at }) => known_at === null || known_at <= scraped_at,
    );
    const { held, missing: gone, ...end } = await endRegisters({ tx, emit }, runId, files);
    warnings.push(...end.warnings);
    counts.missing += gone;
    if (counts.inTrash > 0) warnings.push({ code: 'in_trash', params: { associations: counts.inTrash } });
    if (counts.older > 0) warnings.push({ code: 'older_rows', params: { rows: counts.older } });
    await tx.$executeRaw`
      UPDATE municipality m SET register_state = 'ok', last_imported_at = ${now()},
        last_scraped_at = greatest(m.last_scraped_at, read.at)
      FROM (SELECT p.municipality_code AS code, max(r.scraped_at) AS at FROM ${assignedRows(runId)} GROUP BY 1) read
      WHERE m.code = read.code`;
    await tx.importRun.update({
      where: { id: runId },
      data: {
        state: 'DONE',
        finishedAt: now(),
        holderId: null,
        counts: structuredClone(counts) as object,
        warnings: structuredClone(warnings) as object[],
        held: structuredClone(held) as object[],
      },
    });
    const { associations, contacts, missing } = counts;
    if (associations.created + associations.updated + contacts.created + contacts.updated + missing > 0) {
      emit('import.finished', { ids: [runId], details: { associations, contacts, missing } });
    }
    return counts;
  },
});

/** Lists associations under every municipality whose file named them, and says where one register serves two. */
async function listShared(tx: Tx, runId: string): Promise<ImportWarning[]> {
  await tx.$executeRaw`
    WITH others AS MATERIALIZED (
      SELECT r.file_id, r.row FROM ${assignedRows(runId)}
      EXCEPT SELECT w.file_id, w.row FROM import_merge_row w WHERE w.run_id = ${runId}::uuid
    ), listed AS MATERIALIZED (
      SELECT DISTINCT r.platform, p.register, r.external_id, p.municipality_code
      FROM others o JOIN import_row r ON r.file_id = o.file_id AND r.row = o.row
      JOIN import_municipality p ON p.file_id = r.file_id AND p.municipality_name = r.municipality_name AND p.instance = r.instance)
    INSERT INTO association_listing (municipality_code, association_id)
    SELECT DISTINCT l.municipality_code, s.association_id FROM listed l
    JOIN source_record s ON s.platform = l.platform AND s.instance = l.register AND s.external_id = l.external_id
    ON CONFLICT DO NOTHING`;
  const shared = await tx.$queryRaw<{ instance: string; municipalities: string; count: number }[]>`
    WITH listed AS (
      SELECT s.instance, l.association_id, array_agg(l.municipality_code ORDER BY l.municipality_code) AS codes
      FROM source_record s JOIN association_listing l ON l.association_id = s.association_id
      WHERE s.instance IN (SELECT w.instance FROM import_merge_row w WHERE w.run_id = ${runId}::uuid)
      GROUP BY 1, 2 HAVING count(*) > 1)
    SELECT instance, (SELECT string_agg(m.name, ', ' ORDER BY m.name) FROM municipality m WHERE m.code = ANY (codes)) AS municipalities,
           count(*)::int AS count
    FROM listed GROUP BY instance, codes ORDER BY instance`;
  return shared.map(({ instance, municipalities, count }) => ({
    code: 'shared_register',
    params: { register: instance, municipalities, associations: count },
  }));
}

/** Per register of the run: its newest file's times and rows, and when what was known before was read. */
const newestFiles = (tx: Tx, runId: string) => tx.$queryRaw<NewestFile[]>`
  WITH files AS (
    SELECT r.platform, p.register AS instance, r.file_id, min(r.scraped_at) AS began_at, max(r.scraped_at) AS scraped_at,
      count(DISTINCT r.external_id COLLATE "C")::int AS rows
    FROM ${assignedRows(runId)} GROUP BY 1, 2, 3
  ), newest AS (
    SELECT DISTINCT ON (platform, instance) platform, instance, began_at, scraped_at, rows
    FROM files ORDER BY platform, instance, scraped_at DESC, rows DESC
  )
  SELECT n.platform::text, n.instance, n.began_at, n.scraped_at, n.rows, g.last_scraped_at AS known_at
  FROM newest n LEFT JOIN register g ON g.platform = n.platform AND g.instance = n.instance
  ORDER BY n.instance`;
