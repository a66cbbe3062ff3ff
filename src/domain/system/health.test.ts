import { expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
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
    search: 'ok',
    index: 'ok',
    worker: 'down',
    queue: 'down',
    events: 'ok',
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
