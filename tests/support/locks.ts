// For tests of what happens between two transactions: to go on exactly when the other one stands before a lock.
import { setImmediate } from 'node:timers/promises';
import type { Db } from '#domain/context.ts';

/** Resolves when `count` connections wait for a lock, or when all of `calls` have ended without waiting. */
export async function untilBlocked(db: Db, calls: readonly Promise<unknown>[], count = 1): Promise<void> {
  let ended = false;
  void Promise.allSettled(calls).then(() => {
    ended = true;
  });
  while (!ended && (await waiting(db)) < count) await setImmediate();
}

async function waiting(db: Db): Promise<number> {
  const [found] = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return Number(found?.n ?? 0);
}
