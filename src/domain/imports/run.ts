// Runs an import from wherever it stands: staging is done again from the files, merging goes on after the cursor.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { DomainError } from '../errors.ts';
import { command } from '../operation.ts';
import { finishImport } from './finish.ts';
import { mergeImportBatch } from './merge.ts';
import { sweepImportFiles } from './receive.ts';
import { findImport, leaseImport } from './records.ts';
import { stageFile } from './stage.ts';
import { beginStaging, completeStaging, recordStagedFile, warningsOf } from './staging.ts';

/** Rows a transaction: large enough for set-based speed, small enough that a person's save waits a blink at most. */
export const batchSize = 1_000;

/** Does nothing when another process works on the run, or it has ended. Throws what is worth another try. */
export async function continueImport(context: Context, runId: string): Promise<void> {
  const leaseId = randomUUID();
  if (!(await leaseImport(context, { runId, leaseId }))) return;
  try {
    await work(context, runId, leaseId);
    await tidy(context, runId);
  } catch (error) {
    // What may heal is tried again by the queue or the reconciler; what cannot, ends the run with its reason.
    if (error instanceof DomainError && error.code !== 'unavailable' && error.messageKey !== 'tryAgain') {
      await failImport(context, { runId, leaseId, reason: error.messageKey });
      await tidy(context, runId);
      return;
    }
    const gaveUp = await releaseImport(context, {
      runId,
      leaseId,
      unforeseen: !(error instanceof DomainError),
    });
    if (!gaveUp) throw error;
    context.log.error({ runId, err: error }, 'import given up');
    await tidy(context, runId);
  }
}

async function work(context: Context, runId: string, leaseId: string): Promise<void> {
  let run = await findImport(context.db, runId);
  if (run.state !== 'MERGING' || !(await isStaged(context, runId, run.stagedRows))) {
    if (!(await stage(context, runId, leaseId))) return;
    run = await findImport(context.db, runId);
  }
  for (let from = run.cursor + 1; from < run.winners; from += batchSize) {
    if (!(await leaseImport(context, { runId, leaseId }))) return;
    const to = Math.min(from + batchSize, run.winners);
    // Null: somebody else has the run now, or it was cancelled.
    if ((await mergeImportBatch(context, { runId, from, to, leaseId })) === null) return;
  }
  if (!(await leaseImport(context, { runId, leaseId }))) return;
  await finishImport(context, { runId, leaseId });
}

/** A run that ended, or was cancelled meanwhile, needs neither its staging nor its files any more. */
async function tidy(context: Context, runId: string): Promise<void> {
  const { state } = await findImport(context.db, runId);
  if (state !== 'DONE' && state !== 'FAILED' && state !== 'CANCELLED') return;
  await context.providers.staging.clear(runId);
  await sweepImportFiles(context);
}

/** False when the run was cancelled or taken over meanwhile. */
async function stage(context: Context, runId: string, leaseId: string): Promise<boolean> {
  const { files } = await findImport(context.db, runId);
  if (!(await beginStaging(context, { runId, leaseId }))) return false;
  await context.providers.staging.clear(runId);
  const done: Parameters<typeof warningsOf>[0] = [];
  let seq = 0;
  for (const file of files) {
    if (file.refusal !== null) continue;
    if (!(await leaseImport(context, { runId, leaseId }))) return false;
    // A large file takes longer to read than a lease lasts.
    const renewal = setInterval(() => void leaseImport(context, { runId, leaseId }).catch(() => {}), 10_000);
    try {
      const staged = await stageFile(context, runId, file, seq);
      if (!(await recordStagedFile(context, { runId, leaseId, fileId: file.id, staged }))) return false;
      seq += staged.rows;
      done.push({ name: file.name, staged });
    } finally {
      clearInterval(renewal);
    }
  }
  return completeStaging(context, { runId, leaseId, warnings: warningsOf(done) });
}

/** Staging is not logged by PostgreSQL: after a crash of the server it may be empty. */
async function isStaged({ db }: Context, runId: string, expected: number): Promise<boolean> {
  const [found] = await db.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM import_row WHERE run_id = ${runId}::uuid`;
  return found?.rows === expected;
}

const Ending = z.strictObject({ runId: z.uuid(), leaseId: z.uuid() });

/** A fault that stands in the data itself comes back each time: the run ends then, rather than try for ever. */
const mostFailures = 5;

const releaseImport = command({
  name: 'import.release',
  input: Ending.extend({ unforeseen: z.boolean() }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'who works on a run is no event',
  /** Resolves with true when the run has failed once too often without getting any further, and is ended. */
  async run(unit, { runId, leaseId, unforeseen }) {
    const { tx } = unit;
    const where = { id: runId, leaseId };
    const run = await tx.importRun.findFirst({ where, select: { failures: true } });
    if (unforeseen && run && run.failures + 1 >= mostFailures) {
      await failImport(unit, { runId, leaseId, reason: 'importBroken' });
      return true;
    }
    await tx.importRun.updateMany({
      where,
      data: { leaseId: null, leaseUntil: null, ...(unforeseen && { failures: { increment: 1 } }) },
    });
    return false;
  },
});

const failImport = command({
  name: 'import.fail',
  input: Ending.extend({ reason: z.string().max(200) }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'a run that another process has taken over is for that one to end',
  async run({ tx, emit, now }, { runId, leaseId, reason }) {
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, leaseId },
      data: { state: 'FAILED', error: reason, finishedAt: now(), leaseId: null, leaseUntil: null },
    });
    if (count > 0) emit('import.finished', { ids: [runId], details: { failed: reason } });
  },
});
