import { expect, it } from 'vitest';
import { readHealth } from '#domain/system/queries.ts';
import { testContext } from '#tests/support/context.ts';
import { beat } from './heartbeat.ts';

it.each([
  ['answers', async () => {}, 'ok'],
  ['refuses', () => Promise.reject(new Error('gone')), 'down'],
  ['is silent', () => new Promise<void>(() => {}), 'down'],
] as const)('writes down that the queue %s', async (_, ping, state) => {
  const context = await testContext('anonymous');
  await beat(context.db, { ping });
  const { parts } = await readHealth(context, {});
  expect([parts.worker.state, parts.queue.state]).toEqual(['ok', state]);
});
