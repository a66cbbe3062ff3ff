import { expect, it } from 'vitest';
import { openDatabase } from '#adapters/db/client.ts';
import { testContext } from '#tests/support/context.ts';
import { separateDatabase } from '#tests/support/database.ts';
import { heartbeatKey, readHealth } from './queries.ts';

const states = async (value?: object, at = new Date()) => {
  const context = await testContext('anonymous');
  if (value) await context.db.setting.create({ data: { key: heartbeatKey, value } });
  const { ready, parts } = await readHealth({ ...context, now: () => at }, {});
  return { ready, ...Object.fromEntries(Object.entries(parts).map(([part, { state }]) => [part, state])) };
};

it('tells each part, and that people can work without a worker', async () => {
  expect(await states()).toEqual({
    ready: true,
    database: 'ok',
    writing: 'ok',
    files: 'ok',
    search: 'ok',
    index: 'ok',
    worker: 'down',
    queue: 'down',
    events: 'ok',
    schedules: 'ok',
  });
});

it('knows of the queue what the worker heard of it', async () => {
  expect(await states({ queue: true })).toMatchObject({ worker: 'ok', queue: 'ok' });
});

it('tells a worker whose queue does not answer', async () => {
  expect(await states({ queue: false })).toMatchObject({ worker: 'ok', queue: 'down' });
});

it('takes a worker for down that has been silent for a minute', async () => {
  const later = new Date(Date.now() + 60_000);
  expect(await states({ queue: true }, later)).toMatchObject({ worker: 'down', queue: 'down' });
});

it('tells while the index in memory is being read, and that people can work meanwhile', async () => {
  const context = await testContext('anonymous');
  const filters = { ...context.providers.filters, state: () => 'reading' as const };
  const { ready, parts } = await readHealth({ ...context, providers: { ...context.providers, filters } }, {});
  expect({ ready, index: parts.index.state }).toEqual({ ready: true, index: 'reading' });
});

it('tells that nothing can be saved when the database’s disk takes no more, and is not ready then', async () => {
  const { url, drop } = await separateDatabase();
  const owner = openDatabase(url, { max: 1 });
  // As little room for what a sort writes as a full disk has; 53400 instead of 53100.
  await owner.pool.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET temp_file_limit = '64kB'`);
  await owner.close();
  const full = openDatabase(url, { max: 1 });
  const context = await testContext('anonymous', { db: full.db });
  const { ready, parts } = await readHealth(context, {});
  expect({ ready, writing: parts.writing.state, database: parts.database.state }).toEqual({
    ready: false,
    writing: 'down',
    database: 'ok',
  });
  await full.db.$executeRaw`SET default_transaction_read_only = on`;
  await full.db.$executeRaw`SET temp_file_limit = '-1'`;
  expect((await readHealth(context, {})).parts.writing.state).toBe('down');
  await full.close();
  await drop();
});

it('tells that no file can be stored, and that people can work meanwhile', async () => {
  const context = await testContext('anonymous');
  const put = () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  const providers = { ...context.providers, storage: { ...context.providers.storage, put } };
  const { ready, parts } = await readHealth({ ...context, providers }, {});
  expect({ ready, files: parts.files.state }).toEqual({ ready: true, files: 'down' });
});

it('tells work that the clock asks for and that failed, until it went well', async () => {
  const context = await testContext('anonymous');
  const { db } = context;
  await db.schedule.create({ data: { name: 'test.nightly', nextAt: new Date(), error: 'no paper' } });
  const { ready, parts } = await readHealth(context, {});
  expect({ ready, schedules: parts.schedules }).toMatchObject({
    ready: true,
    schedules: { state: 'down', failing: 1 },
  });
  await db.schedule.updateMany({ data: { error: null } });
  expect((await readHealth(context, {})).parts.schedules).toMatchObject({ state: 'ok', failing: 0 });
});
