// Queues again whatever the rows say is unfinished, so that a lost queue loses no work.
import type { Db } from '#domain/context.ts';
import { runImport, sweepEndedImports } from '#domain/imports/jobs.ts';
import { findIdleImports } from '#domain/imports/records.ts';
import { hasLeftovers } from '#domain/imports/sweep.ts';
import { type JobQueue, type Work, work } from '#domain/queue.ts';

/** Reads which work the rows still ask for. Finding the same work twice is harmless: the queue keeps one per key. */
export type Finder = (db: Db, now: Date) => Promise<Work[]>;

/** Imports that nobody works on: new ones, those whose worker died, and those that wait to be tried again. */
const unfinishedImports: Finder = async (db) =>
  (await findIdleImports(db)).map(({ id }) => work(runImport, { runId: id }, id));

/** Files and staged rows that an import or a draft left behind. */
const leftovers: Finder = async (db, now) =>
  (await hasLeftovers(db, now)) ? [work(sweepEndedImports, {}, 'all')] : [];

export const finders: readonly Finder[] = [unfinishedImports, leftovers];

/** Resolves with the count of pieces of work found. */
export async function reconcile(
  db: Db,
  queue: JobQueue,
  { now = new Date(), find = finders }: { now?: Date; find?: readonly Finder[] } = {},
): Promise<number> {
  let found = 0;
  for (const finder of find) {
    for (const { job, payload, key } of await finder(db, now)) {
      await queue.add(job, payload, { key });
      found += 1;
    }
  }
  return found;
}
