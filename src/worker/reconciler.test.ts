import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { memoryQueue } from '#tests/support/drain.ts';
import { reconcile } from './reconciler.ts';

const now = new Date('2026-03-29T01:30:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

it('queues every import that is unfinished and held by nobody, once', async () => {
  const { db } = await testContext('system');
  const add = async (
    state: 'DRAFT' | 'QUEUED' | 'STAGING' | 'MERGING' | 'DONE' | 'FAILED',
    leaseUntil: Date | null,
  ) => {
    const id = randomUUID();
    await db.importRun.create({ data: { id, state, channel: 'cli', leaseUntil } });
    return id;
  };
  await add('DRAFT', null);
  await add('DONE', null);
  await add('FAILED', minutes(-5));
  await add('STAGING', minutes(1));
  const unfinished = [
    await add('QUEUED', null),
    await add('STAGING', minutes(-1)),
    await add('MERGING', minutes(-1)),
    await add('MERGING', null),
  ];
  const queue = memoryQueue();
  expect(await reconcile(db, queue, { now })).toBe(4);
  await reconcile(db, queue, { now });
  expect(queue.waiting.map(({ key }) => key).sort()).toEqual(unfinished.sort());
  for (const { job, payload, key } of queue.waiting) {
    expect(job.job).toBe('import.run');
    expect(payload).toEqual({ runId: key });
  }
});
