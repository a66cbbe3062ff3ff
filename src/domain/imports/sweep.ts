// What imports and drafts leave behind is raw data of people: bytes and staged rows go when nothing will read them again.
import type { Context, Db } from '../context.ts';
import { forgetImportFiles, removedFile } from './commands.ts';

const draftsLiveFor = 7 * 24 * 3600 * 1000;

/** Files whose bytes nothing will read again: those taken away, those of runs that ended and of drafts left behind. */
const sweepable = (now: Date) => ({
  storageKey: { not: '' },
  OR: [
    { run: { state: { in: ['DONE' as const, 'FAILED' as const, 'CANCELLED' as const] } } },
    { run: { state: 'DRAFT' as const, createdAt: { lt: new Date(now.getTime() - draftsLiveFor) } } },
    { refusal: { path: ['code'], equals: removedFile } },
  ],
});

/**
 * Files whose rows are staged although nothing will merge them: of ended runs, or taken away. A file that is not written
 * down yet may be on its way in, so it counts only once its run has ended or is gone.
 */
const stagedForNothing = (db: Db) => db.$queryRaw<{ id: string }[]>`
  WITH RECURSIVE staged AS (
    (SELECT file_id, run_id FROM import_row ORDER BY file_id LIMIT 1)
    UNION ALL
    SELECT next.file_id, next.run_id FROM staged s, LATERAL (
      SELECT file_id, run_id FROM import_row r WHERE r.file_id > s.file_id ORDER BY file_id LIMIT 1) next
  )
  SELECT s.file_id AS id FROM staged s
  LEFT JOIN import_file f ON f.id = s.file_id LEFT JOIN import_run r ON r.id = s.run_id
  WHERE r.id IS NULL OR r.state IN ('DONE', 'FAILED', 'CANCELLED') OR f.refusal ->> 'code' = ${removedFile}`;

export async function hasLeftovers(db: Db, now: Date): Promise<boolean> {
  const file = await db.importFile.findFirst({ where: sweepable(now), select: { id: true } });
  return file !== null || (await stagedForNothing(db)).length > 0;
}

/** Removes what ended imports left. Safe to repeat. */
export async function sweepImports(context: Context): Promise<void> {
  await context.providers.staging.clear((await stagedForNothing(context.db)).map(({ id }) => id));
  await sweepImportFiles(context);
}

/** Removes bytes and staged rows of files taken away, of runs that ended and of drafts left behind. Safe to repeat. */
export async function sweepImportFiles(context: Context): Promise<void> {
  const { db, providers, now } = context;
  const system: Context = { ...context, actor: { type: 'system', name: 'import' } };
  const draftsBefore = new Date(now().getTime() - draftsLiveFor);
  const files = await db.importFile.findMany({
    where: sweepable(now()),
    select: { id: true, storageKey: true },
    take: 1_000,
  });
  await providers.staging.clear(files.map(({ id }) => id));
  const keys = files.map((file) => file.storageKey);
  for (const key of keys) await providers.storage.remove(key);
  await forgetImportFiles(system, { keys, draftsBefore });
}
