// Runs dispatcher, reconciler and jobs inline until nothing is left to do.
import { randomUUID } from 'node:crypto';
import type { Context } from '#domain/context.ts';
import { type JobQueue, runWork, type Work } from '#domain/queue.ts';
import { dispatchAll } from '#worker/dispatcher.ts';
import { type Subscription, subscriptions } from '#worker/jobs.ts';
import { type Finder, finders, reconcile } from '#worker/reconciler.ts';
import { testDatabase } from './database.ts';

export interface MemoryQueue extends JobQueue {
  waiting: Work[];
}

/** A queue in memory with the port's rule: one piece of work per job and key. */
export function memoryQueue(): MemoryQueue {
  const waiting: Work[] = [];
  return {
    waiting,
    async add(job, payload, { key }) {
      if (waiting.some((other) => other.job.job === job.job && other.key === key)) return;
      // Through JSON and back, as a real queue would.
      waiting.push({ job, payload: JSON.parse(JSON.stringify(payload)), key });
    },
  };
}

/** The names of the jobs it ran, in order. A job's error ends it: a test wants to see that. */
export async function drain(
  context: Context,
  {
    subscribed = subscriptions,
    find = finders,
  }: { subscribed?: readonly Subscription[]; find?: readonly Finder[] } = {},
): Promise<string[]> {
  const { pool } = await testDatabase();
  const queue = memoryQueue();
  const ran: string[] = [];
  const system: Context = { ...context, actor: { type: 'system', name: 'worker' }, requestId: randomUUID() };
  for (;;) {
    await dispatchAll({ pool, queue, subscriptions: subscribed });
    await reconcile(context.db, queue, { now: context.now(), find });
    const next = queue.waiting.shift();
    if (!next) return ran;
    await runWork(next, system);
    ran.push(next.job.job);
    if (ran.length > 200) throw new Error(`the jobs never end: ${ran.slice(-5).join(', ')}`);
  }
}
