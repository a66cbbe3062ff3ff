import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveFeed, type LiveSignal, liveChannel, liveSignal, resumed } from '#domain/live.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createLiveFeed } from './live-feed.ts';

let database: TestDatabase;
let feed: LiveFeed;
const change = { name: 'association.updated', entity: 'association', ids: ['a'] };

beforeEach(async () => {
  database = await testDatabase();
  feed = createLiveFeed(database.url);
  await expect.poll(() => feed.connected()).toBe(true);
});
afterEach(() => feed.close());

const send = (text: string) => database.pool.query('SELECT pg_notify($1, $2)', [liveChannel, text]);

const next = async (stream: AsyncIterator<LiveSignal>) => (await stream.next()).value as LiveSignal;

describe('live feed', () => {
  it('brings each signal to every browser', async () => {
    const { signal } = new AbortController();
    const streams = [feed.subscribe(signal), feed.subscribe(signal)].map((each) =>
      each[Symbol.asyncIterator](),
    );
    const first = streams.map(next);
    await send(liveSignal(change));
    await send(liveSignal({ ...change, ids: ['b'] }));
    expect(await Promise.all(first)).toEqual([change, change]);
    expect(await Promise.all(streams.map(next))).toEqual([
      { ...change, ids: ['b'] },
      { ...change, ids: ['b'] },
    ]);
  });

  it('passes over what is no signal', async () => {
    const stream = feed.subscribe(new AbortController().signal)[Symbol.asyncIterator]();
    const first = next(stream);
    await send('{"name":1}');
    await send('not json');
    await send(liveSignal(change));
    expect(await first).toEqual(change);
  });

  it('ends when the browser goes', async () => {
    const browser = new AbortController();
    const stream = feed.subscribe(browser.signal)[Symbol.asyncIterator]();
    const first = stream.next();
    browser.abort();
    expect((await first).done).toBe(true);
  });

  it('connects again after the connection broke, and says that something may have been missed', async () => {
    const stream = feed.subscribe(new AbortController().signal)[Symbol.asyncIterator]();
    const first = next(stream);
    await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'kansli-listen'`);
    expect(await first).toEqual(resumed);
    await send(liveSignal(change));
    expect(await next(stream)).toEqual(change);
  });

  it('tells a browser that lags far behind to read everything again', async () => {
    const stream = feed.subscribe(new AbortController().signal)[Symbol.asyncIterator]();
    const first = next(stream);
    for (let count = 0; count < 260; count += 1) await send(liveSignal({ ...change, ids: [String(count)] }));
    await send(liveSignal({ ...change, ids: ['last'] }));
    await expect.poll(() => feed.connected()).toBe(true);
    expect((await first).ids).toEqual(['0']);
    const names: string[] = [];
    for (let signal = await next(stream); signal.ids[0] !== 'last'; signal = await next(stream))
      names.push(signal.name);
    expect(names[0]).toBe('live.resumed');
    expect(names.length).toBeLessThan(201);
  });
});
