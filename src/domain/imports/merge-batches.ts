// Merges a run batch by batch, each in a transaction of its own that says how far the run has come.
import type { Context } from '../context.ts';
import { mergeImportBatch } from './merge.ts';
import type { TakenRun } from './records.ts';

/** Rows a transaction: large enough for set-based speed. Nobody waits for new associations. */
export const batchSize = 2_000;
/** After a batch that changed known associations: people who save one of them wait a blink at most. */
const carefulBatchSize = 500;

/** Goes on where the run stands. False when somebody else has the run now, or it was cancelled. */
export async function mergeBatches(context: Context, run: TakenRun): Promise<boolean> {
  for (let rows = batchSize; ; ) {
    const merged = await mergeImportBatch(context, { ...run, rows });
    if (!merged) return false;
    if (merged.done) return true;
    rows = merged.updated > carefulBatchSize / 2 ? carefulBatchSize : batchSize;
  }
}
