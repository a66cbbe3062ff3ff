import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { memoryQueue } from '#tests/support/drain.ts';
import { reconcile } from './reconciler.ts';

const now = new Date('2026-03-29T01:30:00Z');

it('queues every import that is unfinished and held by nobody, once', async () => {
  const { db, providers } = await testContext('system');
  const add = async (state: 'DRAFT' | 'QUEUED' | 'STAGING' | 'MERGING' | 'DONE' | 'FAILED') => {
    const id = randomUUID();
    await db.importRun.create({ data: { id, state, channel: 'cli' } });
    return id;
  };
  await add('DRAFT');
  await add('DONE');
  await add('FAILED');
  const hold = await providers.staging.holdRun(await add('STAGING'));
  const unfinished = [await add('QUEUED'), await add('STAGING'), await add('MERGING'), await add('MERGING')];
  const queue = memoryQueue();
  expect(await reconcile(db, queue, { now })).toBe(4);
  await reconcile(db, queue, { now });
  await hold?.end();
  expect(queue.waiting.map(({ key }) => key).sort()).toEqual(unfinished.sort());
  for (const { job, payload, key } of queue.waiting) {
    expect(job.job).toBe('import.run');
    expect(payload).toEqual({ runId: key });
  }
});
