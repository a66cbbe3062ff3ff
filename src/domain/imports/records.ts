// Reading import runs, and the lease that keeps two processes from working on one run.
import { z } from 'zod';
import type { DbOrTx, Tx } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { command } from '../operation.ts';

export async function findImport(db: DbOrTx, runId: string) {
  const run = await db.importRun.findUnique({
    where: { id: runId },
    include: { files: { orderBy: { position: 'asc' } } },
  });
  if (!run) throw notFound('import');
  return run;
}

/** Nobody else changes the run until the transaction ends. */
export const lockImport = (tx: Tx, runId: string) =>
  tx.$executeRaw`SELECT 1 FROM import_run WHERE id = ${runId}::uuid FOR UPDATE`;

export async function findDraft(db: DbOrTx, runId: string) {
  await requireDraft(db, runId);
  return findImport(db, runId);
}

/** Asked for every file of a run, so it reads no files. */
export async function requireDraft(db: DbOrTx, runId: string): Promise<void> {
  const run = await db.importRun.findUnique({ where: { id: runId }, select: { state: true } });
  if (!run) throw notFound('import');
  if (run.state !== 'DRAFT') throw conflict('importAlreadyStarted', { state: run.state });
}

/** A worker that died lets go after this long; one that lives renews with every file and batch. */
export const leaseSeconds = 30;

/** Takes or renews the lease. False when another process holds it or the run has ended. */
export const leaseImport = command({
  name: 'import.lease',
  input: z.strictObject({ runId: z.uuid(), leaseId: z.uuid() }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'who works on a run is no event',
  async run({ tx }, { runId, leaseId }) {
    const taken = await tx.$executeRaw`
      UPDATE import_run SET lease_id = ${leaseId}::uuid, lease_until = now() + make_interval(secs => ${leaseSeconds}),
        started_at = coalesce(started_at, now())
      WHERE id = ${runId}::uuid AND state IN ('QUEUED', 'STAGING', 'MERGING')
        AND (lease_until IS NULL OR lease_until < now() OR lease_id = ${leaseId}::uuid)`;
    return taken === 1;
  },
});
