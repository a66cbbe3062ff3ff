// Runs an import from wherever it stands: staging is done again from the files, merging goes on after the cursor.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Prisma } from '#prisma/client.ts';
import type { Context } from '../context.ts';
import { type DomainError, isDomainError } from '../errors.ts';
import { TryLater } from '../job.ts';
import { command } from '../operation.ts';
import { finishImport } from './finish.ts';
import type { StoredInspection } from './inspect.ts';
import { mergeBatches } from './merge-batches.ts';
import { findImport, hasImport, takeImport } from './records.ts';
import { stageStoredFile } from './stage.ts';
import { beginStaging, completeStaging, recordStagedFile } from './staging.ts';
import { countStaged } from './staging-sql.ts';
import { sweepImportFiles } from './sweep.ts';

/** Does nothing when another process works on the run, or it has ended. Throws what is worth another try. */
export async function continueImport(context: Context, runId: string): Promise<void> {
  const hold = await context.providers.staging.holdRun(runId);
  if (!hold) return;
  try {
    const holderId = randomUUID();
    if (await takeImport(context, { runId, holderId })) await workOrGiveUp(context, runId, holderId);
  } finally {
    await hold.end();
  }
}

async function workOrGiveUp(context: Context, runId: string, holderId: string): Promise<void> {
  try {
    await work(context, runId, holderId);
    await tidy(context, runId);
  } catch (error) {
    // What may heal is tried again by the queue or the reconciler; what cannot, ends the run with its reason.
    if (isDomainError(error) && !mayHeal(error)) {
      await failImport(context, { runId, holderId, reason: error.messageKey });
      await tidy(context, runId);
      return;
    }
    const gaveUp = await releaseImport(context, {
      runId,
      holderId,
      fault: faultOf(error),
    });
    if (!gaveUp) throw error;
    context.log.error({ runId, err: error }, 'import given up');
    await tidy(context, runId);
  }
}

/** `alreadyExists`: another run was faster where the turn to merge was lost; what it made is found the next time. */
const mayHeal = ({ code, messageKey }: DomainError) =>
  code === 'unavailable' || messageKey === 'tryAgain' || messageKey === 'alreadyExists';

/** Why the run is ended when it fails like this again and again; null for what says nothing of the run itself. */
function faultOf(error: unknown): string | null {
  if (error instanceof TryLater) return null;
  if (tookTooLong(error)) return 'importTooSlow';
  return isDomainError(error) && error.code === 'unavailable' ? null : 'importBroken';
}

/** A transaction that was begun and not over in its time (Prisma's P2028, like one that could not begin): so it is each time. */
function tookTooLong(error: unknown): boolean {
  const cause = isDomainError(error) ? error.cause : error;
  return (
    cause instanceof Prisma.PrismaClientKnownRequestError &&
    cause.code === 'P2028' &&
    !cause.message.includes('Unable to start a transaction')
  );
}

const askAgainMs = 1_000;

async function work(context: Context, runId: string, holderId: string): Promise<void> {
  let run = await findImport(context.db, runId);
  if (run.state !== 'MERGING' || !(await isStaged(context, run))) {
    if (!(await stage(context, run, holderId))) return;
    run = await findImport(context.db, runId);
  }
  // While another run merges, this one gives its place to others and comes back.
  const turn = await context.providers.staging.takeTurn();
  if (!turn) throw new TryLater(askAgainMs);
  try {
    if (!(await mergeBatches(context, { runId, holderId }))) return;
  } finally {
    await turn.end();
  }
  await finishImport(context, { runId, holderId });
}

/** A run that ended, or was cancelled meanwhile, needs neither its staging nor its files any more. */
async function tidy(context: Context, runId: string): Promise<void> {
  const { state } = await findImport(context.db, runId);
  if (state !== 'DONE' && state !== 'FAILED' && state !== 'CANCELLED') return;
  await sweepImportFiles(context);
}

type Run = Awaited<ReturnType<typeof findImport>>;

/** False when the run was cancelled or taken over meanwhile. */
async function stage(context: Context, run: Run, holderId: string): Promise<boolean> {
  const held = { runId: run.id, holderId };
  if (!(await beginStaging(context, held))) return false;
  for (const file of await filesToRead(context, run)) {
    if (!(await hasImport(context.db, held))) return false;
    await context.providers.staging.clear([file.fileId]);
    const staged = await stageStoredFile(context.providers, file);
    if (!(await recordStagedFile(context, { ...held, fileId: file.fileId, staged }))) return false;
  }
  return await completeStaging(context, held);
}

/** Files whose rows are not there: staging is not logged by PostgreSQL, so that it is empty after a crash of the server. */
async function filesToRead({ db }: Context, { id: runId, files }: Run) {
  const counts = await db.$queryRaw<{ id: string; rows: number }[]>(countStaged(runId));
  const staged = new Map(counts.map(({ id, rows }) => [id, rows]));
  return files
    .filter((file) => file.refusal === null && staged.get(file.id) !== keptRows(file.inspection))
    .map(({ id: fileId, name, storageKey }) => ({ runId, fileId, name, storageKey }));
}

function keptRows(inspection: unknown): number | null {
  const found = inspection as StoredInspection | null;
  return found ? found.rows - found.refusedRows : null;
}

async function isStaged(context: Context, run: Run): Promise<boolean> {
  const [found] = await context.db.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM import_merge_row WHERE run_id = ${run.id}::uuid`;
  return found?.rows === run.rowsToMerge && (await filesToRead(context, run)).length === 0;
}

const Ending = z.strictObject({ runId: z.uuid(), holderId: z.uuid() });

/** A fault that stands in the data itself comes back each time: the run ends then, rather than try for ever. */
const mostFailures = 5;

const releaseImport = command({
  name: 'import.release',
  input: Ending.extend({ fault: z.string().max(200).nullable() }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'who works on a run is no event',
  /** Resolves with true when the run has failed once too often without getting any further, and is ended. */
  async run(unit, { runId, holderId, fault }) {
    const { tx } = unit;
    const where = { id: runId, holderId };
    const run = await tx.importRun.findFirst({ where, select: { failures: true } });
    if (fault !== null && run && run.failures + 1 >= mostFailures) {
      await failImport(unit, { runId, holderId, reason: fault });
      return true;
    }
    await tx.importRun.updateMany({
      where,
      data: { holderId: null, ...(fault !== null && { failures: { increment: 1 } }) },
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
  async run({ tx, emit, now }, { runId, holderId, reason }) {
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, holderId },
      data: { state: 'FAILED', error: reason, finishedAt: now(), holderId: null },
    });
    if (count > 0) emit('import.finished', { ids: [runId], details: { failed: reason } });
  },
});
