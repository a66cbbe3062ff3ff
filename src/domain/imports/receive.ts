// A register file comes in: stored, read once, written down; and its bytes go when nothing will read them again.
import { randomUUID } from 'node:crypto';
import { removePersonalIds } from '#lib/personal-id.ts';
import { cleanLine } from '#lib/text.ts';
import type { Context } from '../context.ts';
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

/** Removes the bytes of refused and removed files, of runs that ended and of drafts left behind. Safe to repeat. */
export async function sweepImportFiles(context: Context): Promise<void> {
  const { db, providers, now } = context;
  const system: Context = { ...context, actor: { type: 'system', name: 'import' } };
  const draftsBefore = new Date(now().getTime() - draftsLiveFor);
  const files = await db.importFile.findMany({
    where: {
      storageKey: { not: '' },
      OR: [
        { run: { state: { in: ['DONE', 'FAILED', 'CANCELLED'] } } },
        { run: { state: 'DRAFT', createdAt: { lt: draftsBefore } } },
        { refusal: { path: ['code'], equals: removedFile } },
      ],
    },
    select: { storageKey: true },
    take: 1_000,
  });
  const keys = files.map((file) => file.storageKey);
  for (const key of keys) await providers.storage.remove(key);
  await forgetImportFiles(system, { keys, draftsBefore });
}
