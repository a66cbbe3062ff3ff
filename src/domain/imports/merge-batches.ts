// Merges a run batch by batch, two at a time: while one writes what is new, the next is on its way. They end in order, so
// that the cursor says of every row whether it was merged.
import type { Context } from '../context.ts';
import { BatchUndone, type ImportCounts, mergeImportBatch } from './merge.ts';

/** Rows a transaction: large enough for set-based speed. Nobody waits for new associations. */
export const batchSize = 2_000;
/** After a batch that changed known associations: people who save one of them wait a blink at most. */
const carefulBatchSize = 500;

interface Run {
  id: string;
  cursor: number;
  winners: number;
  counts: unknown;
}

/** Goes on after the cursor. False when somebody else has the run now, or it was cancelled. */
export async function mergeBatches(context: Context, run: Run, leaseId: string): Promise<boolean> {
  const { id: runId, winners } = run;
  let size = batchSize;
  let updated = (run.counts as Partial<ImportCounts>).associations?.updated ?? 0;
  let running: Promise<ImportCounts> | undefined;
  try {
    for (let from = run.cursor + 1; from < winners; ) {
      const to = Math.min(from + size, winners);
      const before = running?.then(
        () => true,
        () => false,
      );
      const next = mergeImportBatch(context, { runId, from, to, leaseId, before });
      // Whoever waits for it is told; a failure that nobody waits for yet is no loose end.
      next.catch(() => {});
      if (running) {
        const { associations } = await settle(running, next);
        size = associations.updated - updated > carefulBatchSize / 2 ? carefulBatchSize : batchSize;
        updated = associations.updated;
      }
      running = next;
      from = to;
    }
    await running;
    return true;
  } catch (error) {
    if (error instanceof BatchUndone) return false;
    throw error;
  }
}

/** When the first fails, the next is undone before anybody hears of it: no batch outlives its run. */
async function settle(first: Promise<ImportCounts>, next: Promise<ImportCounts>): Promise<ImportCounts> {
  try {
    return await first;
  } catch (error) {
    await next.catch(() => {});
    throw error;
  }
}
