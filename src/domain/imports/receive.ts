// A register file comes in: stored, read once, written down; and its bytes go when nothing will read them again.
import { randomUUID } from 'node:crypto';
import { removePersonalIds } from '#lib/personal-id.ts';
import { cleanLine } from '#lib/text.ts';
import type { Context, Db } from '../context.ts';
import { addImportFile, forgetImportFiles, removedFile } from './commands.ts';
import { type Inspected, inspectStoredFile } from './inspect.ts';
import { readDraft } from './queries.ts';
import { maxFileBytes } from './schema.ts';

export interface ReceivedFile {
  runId: string;
  /** As the person calls it; never part of a path. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** Throws before the first byte is read when the person may not import or the run is no draft. */
export async function receiveImportFile(
  context: Context,
  { runId, name, bytes }: ReceivedFile,
): Promise<{ fileId: string; size: number } & Inspected> {
  await readDraft(context, { runId });
  const { storage } = context.providers;
  const storageKey = `imports/${runId}/${randomUUID()}`;
  try {
    const size = await storage.put(storageKey, bytes, maxFileBytes);
    const inspected = await inspectStoredFile(context.providers, { name, storageKey });
    const { fileId } = await addImportFile(context, {
      runId,
      file: {
        name: cleanLine(removePersonalIds(name)).slice(0, 255) || '?',
        size,
        storageKey,
        inspection: inspected.inspection ?? undefined,
        refusal: inspected.refusal,
      },
    });
    return { fileId, size, ...inspected };
  } catch (error) {
    await storage.remove(storageKey).catch(() => {});
    throw error;
  }
}

const draftsLiveFor = 7 * 24 * 3600 * 1000;

/** Bytes that nothing will read again: of refused and removed files, of runs that ended, of drafts left behind. */
const sweepable = (now: Date) => ({
  storageKey: { not: '' },
  OR: [
    { run: { state: { in: ['DONE' as const, 'FAILED' as const, 'CANCELLED' as const] } } },
    { run: { state: 'DRAFT' as const, createdAt: { lt: new Date(now.getTime() - draftsLiveFor) } } },
    { refusal: { path: ['code'], equals: removedFile } },
  ],
});

/** Ended runs whose staging is still there, because their process died between the end and the tidying. */
const stagedButEnded = (db: Db) => db.$queryRaw<{ id: string }[]>`
  SELECT r.id FROM import_run r WHERE r.state IN ('DONE', 'FAILED', 'CANCELLED')
    AND (EXISTS (SELECT 1 FROM import_row i WHERE i.run_id = r.id)
      OR EXISTS (SELECT 1 FROM import_winner w WHERE w.run_id = r.id))`;

export async function hasLeftovers(db: Db, now: Date): Promise<boolean> {
  const file = await db.importFile.findFirst({ where: sweepable(now), select: { id: true } });
  return file !== null || (await stagedButEnded(db)).length > 0;
}

/** Removes what ended imports left: it is raw data of people. Safe to repeat. */
export async function sweepImports(context: Context): Promise<void> {
  for (const { id } of await stagedButEnded(context.db)) await context.providers.staging.clear(id);
  await sweepImportFiles(context);
}

/** Removes the bytes of refused and removed files, of runs that ended and of drafts left behind. Safe to repeat. */
export async function sweepImportFiles(context: Context): Promise<void> {
  const { db, providers, now } = context;
  const system: Context = { ...context, actor: { type: 'system', name: 'import' } };
  const draftsBefore = new Date(now().getTime() - draftsLiveFor);
  const files = await db.importFile.findMany({
    where: sweepable(now()),
    select: { storageKey: true },
    take: 1_000,
  });
  const keys = files.map((file) => file.storageKey);
  for (const key of keys) await providers.storage.remove(key);
  await forgetImportFiles(system, { keys, draftsBefore });
}
