// A register file comes in: stored, read once, staged, written down; and all of it goes when nothing will read it again.
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { removePersonalIds } from '#lib/personal-id.ts';
import { cleanLine } from '#lib/text.ts';
import type { Context } from '../context.ts';
import { addImportFile } from './commands.ts';
import type { Inspected } from './inspect.ts';
import { readDraft } from './queries.ts';
import { maxFileBytes } from './schema.ts';
import { stageStoredFile } from './stage.ts';

export interface ReceivedFile {
  runId: string;
  /** As the person calls it; never part of a path. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Only tests need a smaller limit. */
  maxBytes?: number;
  /** Several files may be read at once; each joins the run when the one before it has. */
  after?: Promise<unknown>;
}

/** Throws before the first byte is read when the person may not import or the run is no draft. */
export async function receiveImportFile(
  context: Context,
  { runId, name, bytes, maxBytes = maxFileBytes, after }: ReceivedFile,
): Promise<{ fileId: string; size: number } & Inspected> {
  await readDraft(context, { runId });
  const { storage, staging } = context.providers;
  const fileId = uuidv7();
  const storageKey = `imports/${runId}/${randomUUID()}`;
  try {
    const size = await storage.put(storageKey, bytes, maxBytes);
    const staged = await stageStoredFile(context.providers, { runId, fileId, name, storageKey });
    const { refusedRows, ...inspected } = staged;
    await after;
    await addImportFile(context, {
      runId,
      file: {
        id: fileId,
        name: cleanLine(removePersonalIds(name)).slice(0, 255) || '?',
        size,
        storageKey,
        inspection: inspected.inspection ?? undefined,
        refusal: inspected.refusal,
        refusedRows,
      },
    });
    return { fileId, size, ...inspected };
  } catch (error) {
    await storage.remove(storageKey).catch(() => {});
    await staging.clear([fileId]).catch(() => {});
    throw error;
  }
}
