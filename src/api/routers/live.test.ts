import { afterEach, expect, it } from 'vitest';
import { createLiveFeed } from '#adapters/live/live-feed.ts';
import { liveChannel, liveSignal } from '#domain/live.ts';
import { testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { held } from '#wiring/live.ts';
import { liveRouter } from './live.ts';

afterEach(async () => {
  await held.feed?.close();
  delete held.feed;
});

const change = { name: 'contact.updated', entity: 'contact', ids: ['a'] };

it('sends changes to somebody who is signed in', async () => {
  const { url, pool } = await testDatabase();
  const feed = createLiveFeed(url);
  held.feed = feed;
  await expect.poll(() => feed.connected()).toBe(true);
  const changes = await liveRouter.createCaller(await testContext('user')).changes();
  const first = changes[Symbol.asyncIterator]().next();
  await pool.query('SELECT pg_notify($1, $2)', [liveChannel, liveSignal(change)]);
  expect((await first).value).toEqual(change);
});

it.each(['anonymous', 'system'] as const)('refuses %s', async (who) => {
  const caller = liveRouter.createCaller(await testContext(who));
  await expect(caller.changes()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});
