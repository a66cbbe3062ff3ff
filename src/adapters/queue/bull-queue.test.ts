import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { invalid, unavailable } from '#domain/errors.ts';
import { job, TryLater } from '#domain/job.ts';
import type { AnyJob } from '#domain/queue.ts';
import { testDatabase } from '#tests/support/database.ts';
import { redisIsThere, startRedis, type TestRedis } from '#tests/support/redis.ts';
import { openQueue, type QueueSettings } from './backend.ts';
import { type OpenQueue, openJobQueue } from './bull-queue.ts';
import { type OpenWorker, openJobWorker } from './bull-worker.ts';

const write = job({ name: 'test.write', payload: z.strictObject({ id: z.uuid() }), run: async () => {} });
const backends = [
  ['PostgreSQL', false],
  ['Redis', true],
] as const;

describe.each(backends)('the queue on %s', (_name, onRedis) => {
  const there = onRedis ? redisIsThere() : true;
  let redis: TestRedis | undefined;
  let settings: QueueSettings;
  let queue: OpenQueue;
  const workers: OpenWorker[] = [];

  beforeAll(async () => {
    if (onRedis && there) redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  const start = async (): Promise<void> => {
    const { url } = await testDatabase();
    settings = { databaseUrl: url, redisUrl: redis?.url, name: `test-${randomUUID()}` };
    queue = openJobQueue(settings);
  };
  const work = (run: (payload: unknown) => Promise<void>, jobs: AnyJob[] = [write]): OpenWorker => {
    const worker = openJobWorker(settings, {
      jobs,
      run: (_job, payload) => run(payload),
      onError: () => {},
      lockMs: 1000,
    });
    workers.push(worker);
    return worker;
  };
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close(2000)));
    await queue?.close();
  });

  it.runIf(there)('runs a job with its payload, and one that already waits is not added twice', async () => {
    await start();
    const [id, last] = [randomUUID(), randomUUID()];
    await queue.add(write, { id }, { key: 'a:1' });
    await queue.add(write, { id }, { key: 'a:1' });
    await queue.add(write, { id: last }, { key: 'a:2' });
    const seen: unknown[] = [];
    await new Promise<void>((resolve) => {
      work(async (payload) => {
        seen.push(payload);
        if ((payload as { id: string }).id === last) resolve();
      });
    });
    expect(seen).toEqual([{ id }, { id: last }]);
  });

  it.runIf(there)('takes the same key again after the job ended, well or badly', async () => {
    await start();
    const { opened, close } = openQueue(settings, 'small');
    let runs = 0;
    work(async () => {
      runs += 1;
      if (runs === 2) throw invalid('invalidInput');
    });
    for (const expected of [1, 2, 3]) {
      await queue.add(write, { id: randomUUID() }, { key: 'again' });
      await expect
        .poll(async () => [runs, await opened.getJobCountByTypes('waiting', 'active')])
        .toEqual([expected, 0]);
    }
    await close();
  });

  it.runIf(there)('tries again what may heal, and nothing else', async () => {
    await start();
    const tries = { heals: 0, final: 0 };
    const [heals, final, last] = [randomUUID(), randomUUID(), randomUUID()];
    await queue.add(write, { id: final }, { key: 'final' });
    await queue.add(write, { id: heals }, { key: 'heals' });
    await new Promise<void>((resolve) => {
      work(async (payload) => {
        const { id } = payload as { id: string };
        if (id === final) {
          tries.final += 1;
          throw invalid('invalidInput');
        }
        if (id === last) return resolve();
        tries.heals += 1;
        if (tries.heals < 3) throw unavailable('databaseUnavailable');
        await queue.add(write, { id: last }, { key: 'last' });
      });
    });
    expect(tries).toEqual({ heals: 3, final: 1 });
  });

  it.runIf(there)('gives the job of a killed worker to another, and the work is done once', async () => {
    await start();
    const { db, pool } = await testDatabase();
    const id = randomUUID();
    await queue.add(write, { id }, { key: id });
    const script = [
      'tests/support/doomed-worker.ts',
      settings.databaseUrl,
      settings.redisUrl ?? '',
      settings.name ?? '',
    ];
    const doomed = spawn('node_modules/.bin/node', script, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void doomed.kill('SIGKILL'));
    for await (const line of createInterface({ input: doomed.stdout })) if (line === 'started') break;
    doomed.kill('SIGKILL');

    let runs = 0;
    await new Promise<void>((resolve) => {
      work(async () => {
        runs += 1;
        await pool.query(
          `INSERT INTO tag (id, name, colour) VALUES ($1, 'once', 'blue') ON CONFLICT DO NOTHING`,
          [id],
        );
        resolve();
      });
    });
    expect(runs).toBe(1);
    expect(await db.tag.count()).toBe(1);
  });

  it.runIf(there)('runs small jobs while imports fill every place of theirs', async () => {
    await start();
    const long = job({ name: 'test.long', kind: 'import', payload: write.payload, run: async () => {} });
    for (let count = 0; count < 4; count += 1)
      await queue.add(long, { id: randomUUID() }, { key: `${count}` });
    const id = randomUUID();
    await queue.add(write, { id }, { key: id });
    let release = (): void => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const done = new Promise<void>((resolve) => {
      work(
        async (payload) => {
          if ((payload as { id: string }).id !== id) return until;
          resolve();
        },
        [write, long],
      );
    });
    await done;
    release();
  });

  it.runIf(there)('takes a job up again that gave its place back, as often as it likes', async () => {
    await start();
    const id = randomUUID();
    await queue.add(write, { id }, { key: id });
    let tries = 0;
    await new Promise<void>((resolve) => {
      work(async () => {
        tries += 1;
        if (tries <= 10) throw new TryLater(1);
        resolve();
      });
    });
    expect(tries).toBe(11);
  });

  it.runIf(there)('keeps no more than ids', async () => {
    await start();
    const id = randomUUID();
    await queue.add(write, { id }, { key: id });
    const payload = await new Promise<unknown>((resolve) => {
      work(async (data) => resolve(data));
    });
    expect(payload).toEqual({ id });
  });
});
