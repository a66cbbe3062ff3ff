// Reading import runs, and what keeps two processes from working on one run.
import { z } from 'zod';
import type { DbOrTx, Tx } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { runLockClass } from './staging-area.ts';

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

/** Unfinished runs on which no living process works. */
export const findIdleImports = (db: DbOrTx) => db.$queryRaw<{ id: string }[]>`
  SELECT r.id FROM import_run r
  WHERE r.state IN ('QUEUED', 'STAGING', 'MERGING') AND NOT EXISTS (
    SELECT 1 FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid::bigint = ${runLockClass} AND l.objsubid = 2
      AND l.objid::bigint = (hashtext(r.id::text)::bigint & 4294967295))
  ORDER BY r.created_at LIMIT 100`;

/** What a step of the work shows: which run, and that it is the latest process to have taken it. */
export interface TakenRun {
  runId: string;
  holderId: string;
}

/** Whoever holds the run's lock takes it; steps of a process that had it before are refused from now on. False when it ended. */
export const takeImport = command({
  name: 'import.take',
  input: z.strictObject({ runId: z.uuid(), holderId: z.uuid() }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'who works on a run is no event',
  async run({ tx }, { runId, holderId }) {
    const taken = await tx.$executeRaw`
      UPDATE import_run SET holder_id = ${holderId}::uuid, started_at = coalesce(started_at, now())
      WHERE id = ${runId}::uuid AND state IN ('QUEUED', 'STAGING', 'MERGING')`;
    return taken === 1;
  },
});

/** False when the run was cancelled, has ended, or another process took it. */
export const hasImport = async (db: DbOrTx, { runId, holderId }: TakenRun): Promise<boolean> =>
  (await db.importRun.count({
    where: { id: runId, holderId, state: { in: ['QUEUED', 'STAGING', 'MERGING'] } },
  })) === 1;
