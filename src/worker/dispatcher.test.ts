import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Context } from '#domain/context.ts';
import { job } from '#domain/job.ts';
import { liveChannel } from '#domain/live.ts';
import { command } from '#domain/operation.ts';
import { runWork } from '#domain/queue.ts';
import { readHealth } from '#domain/system/queries.ts';
import { testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { drain, memoryQueue } from '#tests/support/drain.ts';
import { dispatchAll, dispatchBatch, retrySetAside } from './dispatcher.ts';
import { when } from './jobs.ts';

const happen = command({
  name: 'test.happen',
  input: z.strictObject({ ids: z.array(z.uuid()) }),
  allow: 'signed-in',
  run: async ({ emit }, { ids }) => emit('association.tagged', { ids }),
});

const noteDown = command({
  name: 'test.noteDown',
  input: z.strictObject({ id: z.uuid() }),
  allow: 'system',
  quiet: 'a test writes it',
  run: ({ tx }, { id }) =>
    tx.tag.upsert({ where: { id }, create: { id, name: `seen ${id}`, colour: 'blue' }, update: {} }),
});

const react = job({
  name: 'test.react',
  payload: z.strictObject({ id: z.uuid() }),
  run: async (context, { id }) => void (await noteDown(context, { id })),
});

const subscriptions = [when('association.tagged', react, ({ ids }) => ({ id: ids[0] ?? '' }))];
const undispatched = ({ db }: Context) => db.event.count({ where: { dispatchedAt: null } });

describe('dispatcher', () => {
  it('queues one job for each subscriber, under a key made of event and job', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    const ids = [randomUUID()];
    await happen(context, { ids });
    const queue = memoryQueue();
    expect(await dispatchAll({ pool, queue, subscriptions: [...subscriptions, ...subscriptions] })).toBe(1);
    const event = await context.db.event.findFirstOrThrow();
    expect(queue.waiting).toEqual([{ job: react, payload: { id: ids[0] }, key: event.id }]);
    expect(await undispatched(context)).toBe(0);
  });

  it('is content with an event that nobody subscribed to', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    await happen(context, { ids: [randomUUID()] });
    const queue = memoryQueue();
    expect(await dispatchAll({ pool, queue, subscriptions: [] })).toBe(1);
    expect(queue.waiting).toEqual([]);
    expect(await undispatched(context)).toBe(0);
  });

  it('passes over an event that only a newer version knows', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    await happen(context, { ids: [] });
    await context.db.event.updateMany({ data: { name: 'comet.landed' } });
    expect(await dispatchAll({ pool, queue: memoryQueue(), subscriptions })).toBe(1);
  });

  it('loses no event when it dies between the commit and the queue', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    const id = randomUUID();
    await happen(context, { ids: [id] });
    const dying = {
      add: async () => {
        // What a killed process looks like to the database: its connection is gone in the middle of the transaction.
        await context.db.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
          WHERE datname = current_database() AND state = 'idle in transaction'`;
      },
    };
    await expect(dispatchBatch({ pool, queue: dying, subscriptions })).rejects.toThrow();
    expect(await undispatched(context)).toBe(1);
    expect(await drain(context, { subscribed: subscriptions })).toEqual(['test.react']);
    expect(await context.db.tag.count({ where: { id } })).toBe(1);
  });

  it('keeps the events while the queue cannot be reached', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    await happen(context, { ids: [randomUUID()] });
    const down = { add: () => Promise.reject(new Error('no queue')) };
    await expect(dispatchAll({ pool, queue: down, subscriptions })).rejects.toThrow('no queue');
    expect(await undispatched(context)).toBe(1);
    expect(pool.idleCount).toBeGreaterThan(0);
  });

  it('sets an event aside whose job cannot be made, with the error, and carries the others on', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    const good = [randomUUID(), randomUUID()];
    await happen(context, { ids: [good[0] as string] });
    await happen(context, { ids: [] });
    await happen(context, { ids: [good[1] as string] });
    const logged: unknown[] = [];
    const parts = {
      pool,
      queue: memoryQueue(),
      subscriptions,
      log: { error: (about: object) => logged.push(about) },
    };

    expect(await dispatchAll(parts)).toBe(2);

    expect(parts.queue.waiting.map(({ payload }) => payload)).toEqual(good.map((id) => ({ id })));
    const [poison] = await context.db.event.findMany({ where: { dispatchedAt: null } });
    expect(poison).toMatchObject({
      name: 'association.tagged',
      setAsideAt: expect.any(Date),
      dispatchFailures: 1,
    });
    expect(poison?.dispatchError).toContain('UUID');
    expect(logged).toMatchObject([{ event: 'association.tagged', id: poison?.id }]);
    expect((await readHealth(context, {})).parts.events).toMatchObject({ state: 'down', setAside: 1 });
    expect(await dispatchAll(parts)).toBe(0);

    // What a newer version can carry on it does, when it starts.
    await retrySetAside(pool);
    expect(await dispatchAll({ ...parts, subscriptions: [] })).toBe(1);
    expect((await readHealth(context, {})).parts.events).toMatchObject({ state: 'ok', setAside: 0 });
  });

  it('sets an event aside that the queue refuses again and again while it takes others', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    const refused = randomUUID();
    const taken: unknown[] = [];
    const queue = {
      add: async (_job: unknown, payload: unknown) => {
        if ((payload as { id: string }).id === refused) throw new Error('no room for this one');
        taken.push(payload);
      },
    };
    await happen(context, { ids: [refused] });
    await expect(dispatchAll({ pool, queue, subscriptions })).rejects.toThrow('no room');
    for (let count = 0; count < 5; count += 1) {
      expect(await context.db.event.count({ where: { setAsideAt: { not: null } } })).toBe(0);
      await happen(context, { ids: [randomUUID()] });
      expect(await dispatchBatch({ pool, queue, subscriptions })).toBe(1);
    }
    expect(taken).toHaveLength(5);
    expect(await context.db.event.findMany({ where: { dispatchedAt: null } })).toMatchObject([
      { setAsideAt: expect.any(Date), dispatchError: 'no room for this one', dispatchFailures: 5 },
    ]);
  });

  it('shares the events among dispatchers, none of them twice', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    for (let count = 0; count < 12; count += 1) await happen(context, { ids: [randomUUID()] });
    const keys: string[] = [];
    const queue = {
      add: async (_job: unknown, _payload: unknown, { key }: { key: string }) => void keys.push(key),
    };
    const taken = await Promise.all(
      Array.from({ length: 4 }, () => dispatchBatch({ pool, queue, subscriptions }, 5)),
    );
    expect(taken.reduce((sum, count) => sum + count)).toBe(12);
    expect(new Set(keys).size).toBe(12);
    expect(keys).toHaveLength(12);
  });

  it('tells the browsers ids alone, at most ninety of them, and whose call it was', async () => {
    const context = await testContext('user');
    const { pool } = await testDatabase();
    const client = await pool.connect();
    const heard: string[] = [];
    client.on('notification', ({ payload = '' }) => heard.push(payload));
    await client.query(`LISTEN ${liveChannel}`);
    const many = Array.from({ length: 250 }, () => randomUUID());
    await happen(context, { ids: many.slice(0, 2) });
    await happen(context, { ids: many });
    await dispatchAll({ pool, queue: memoryQueue(), subscriptions: [] });
    await client.query('SELECT 1');
    client.removeAllListeners('notification');
    client.release(true);
    const { requestId } = context;
    expect(heard.map((text) => JSON.parse(text))).toEqual([
      { name: 'association.tagged', entity: 'association', ids: many.slice(0, 2), requestId },
      { name: 'association.tagged', entity: 'association', ids: many.slice(0, 90), many: true, requestId },
    ]);
    expect(Math.max(...heard.map((text) => Buffer.byteLength(text)))).toBeLessThan(8000);
  });
});

describe('a job', () => {
  it('that runs twice does the work once', async () => {
    const context = await testContext('system');
    const payload = { id: randomUUID() };
    await runWork({ job: react, payload }, context);
    await runWork({ job: react, payload }, context);
    expect(await context.db.tag.count()).toBe(1);
  });

  it('refuses a payload of anything but what it declares', async () => {
    const context = await testContext('system');
    const payload = { id: randomUUID(), email: 'anna@forening.example' };
    await expect(runWork({ job: react, payload }, context)).rejects.toThrow();
    expect(await context.db.tag.count()).toBe(0);
  });
});
