import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '#adapters/db/client.ts';
import { listen } from '#adapters/live/listener.ts';
import type { Context } from '#domain/context.ts';
import { job } from '#domain/job.ts';
import { outboxChannel } from '#domain/live.ts';
import { command } from '#domain/operation.ts';
import { work } from '#domain/queue.ts';
import { heartbeatKey } from '#domain/system/queries.ts';
import { testContext } from '#tests/support/context.ts';
import { separateDatabase } from '#tests/support/database.ts';
import { startWorkerProcess } from '#tests/support/worker-process.ts';
import { when } from './jobs.ts';
import type { Finder } from './reconciler.ts';
import { type RunningWorker, startWorker } from './worker.ts';

const happen = command({
  name: 'test.happen',
  input: z.strictObject({ id: z.uuid() }),
  allow: 'system',
  run: async ({ emit }, { id }) => emit('association.tagged', { ids: [id] }),
});

let url: string;
let drop: () => Promise<void>;
let database: Database;
let context: Context;
let worker: RunningWorker | undefined;
const ran = new Set<string>();

const react = job({
  name: 'test.react',
  payload: z.strictObject({ id: z.uuid() }),
  run: async (_context, { id }) => void ran.add(id),
});

beforeEach(async () => {
  ran.clear();
  ({ url, drop } = await separateDatabase());
  database = openDatabase(url, { max: 5 });
  context = await testContext('system', { db: database.db });
});

afterEach(async () => {
  await worker?.stop(1000);
  worker = undefined;
  await database.close();
  await drop();
});

const start = (find: readonly Finder[] = []): RunningWorker =>
  startWorker({
    settings: { databaseUrl: url },
    ...database,
    log: context.log,
    context: () => context,
    listen: (wake) => listen({ url, channels: [outboxChannel], onMessage: wake, onConnected: wake }),
    jobs: [react],
    subscriptions: [when('association.tagged', react, ({ ids }) => ({ id: ids[0] ?? '' }))],
    find,
    lockMs: 1000,
  });

const expectReaction = async (id: string) => expect.poll(() => ran.has(id), { timeout: 15_000 }).toBe(true);

it('reacts to what was committed before it started, and after', async () => {
  const [before, after] = [randomUUID(), randomUUID()];
  await happen(context, { id: before });
  worker = start();
  await expectReaction(before);
  await happen(context, { id: after });
  await expectReaction(after);
});

it('goes on after the database cut every connection', async () => {
  const [before, after] = [randomUUID(), randomUUID()];
  worker = start();
  await happen(context, { id: before });
  await expectReaction(before);
  await database.pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await expect
    .poll(() =>
      happen(context, { id: after }).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await expectReaction(after);
});

it('queues again from the rows what a lost queue held', async () => {
  const id = randomUUID();
  worker = start([async () => (ran.has(id) ? [] : [work(react, { id }, id)])]);
  await expectReaction(id);
});

it('is ready, leaves a sign of life without an event, and ends at SIGTERM', async () => {
  const child = await startWorkerProcess(url, inject('run').folder);
  await expect.poll(() => database.db.setting.count({ where: { key: heartbeatKey } })).toBe(1);
  expect(await database.db.event.count()).toBe(0);
  expect(await child.end('SIGTERM')).toEqual([0, null]);
});
