// Work that the clock asks for: once each time, whoever looks, and again after a failure.
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Context } from '#domain/context.ts';
import { job } from '#domain/job.ts';
import type { Schedule } from '#domain/schedule.ts';
import { testContext } from '#tests/support/context.ts';
import { memoryQueue } from '#tests/support/drain.ts';
import { jobs } from './jobs.ts';
import { queueDue, runDue, runScheduled, schedules } from './schedules.ts';

const at = (time: string) => new Date(`2026-01-10T${time}:00Z`);

async function quarterly(missed: Schedule['missed'] = 'runOnce') {
  const ran: string[] = [];
  const state = { fails: false };
  const note = job({
    name: 'test.note',
    payload: z.strictObject({}),
    async run({ now }) {
      if (state.fails) throw new Error('no paper');
      ran.push(now().toISOString().slice(11, 16));
    },
  });
  const list: Schedule[] = [{ name: 'test.quarterly', every: { minutes: 15 }, job: note, missed }];
  const context = await testContext('system');
  const { db } = context;
  const queue = memoryQueue();
  return {
    db,
    ran,
    state,
    queue,
    look: (time: string) => queueDue(db, queue, { now: at(time), list }),
    run: (time: string) => runDue({ ...context, now: () => at(time) }, 'test.quarterly', list),
    row: () => db.schedule.findUniqueOrThrow({ where: { name: 'test.quarterly' } }),
  };
}

it('begins with its first time, runs once each time, and never twice for one', async () => {
  const { db, queue, ran, look, run, row } = await quarterly();
  expect(await look('02:00')).toEqual([]);
  expect(await look('02:14')).toEqual([]);
  expect(await look('02:15')).toEqual(['test.quarterly']);
  await look('02:16');
  expect(queue.waiting).toEqual([
    { job: runScheduled, payload: { name: 'test.quarterly' }, key: 'test.quarterly' },
  ]);
  await run('02:16');
  await run('02:17');
  expect(ran).toEqual(['02:16']);
  expect(await row()).toMatchObject({ nextAt: at('02:31'), lastAt: at('02:16'), error: null });
  expect(await look('02:20')).toEqual([]);
  expect(await db.event.count()).toBe(0);
});

it('makes up once for all that passed while no worker ran', async () => {
  const { ran, look, run, row } = await quarterly();
  await look('02:00');
  expect(await look('09:00')).toEqual(['test.quarterly']);
  await run('09:00');
  expect(ran).toEqual(['09:00']);
  expect(await row()).toMatchObject({ nextAt: at('09:15') });
});

it('leaves out what passed, where that is the rule', async () => {
  const { look, row } = await quarterly('leaveOut');
  await look('02:00');
  expect(await look('09:00')).toEqual([]);
  expect(await row()).toMatchObject({ nextAt: at('09:15'), lastAt: null });
  expect(await look('09:15')).toEqual(['test.quarterly']);
});

it('writes down why it failed, and tries again soon', async () => {
  const { ran, state, look, run, row } = await quarterly();
  await look('02:00');
  state.fails = true;
  await run('02:15');
  expect(await row()).toMatchObject({ nextAt: at('02:25'), lastAt: at('02:15'), error: 'no paper' });
  state.fails = false;
  expect(await look('02:25')).toEqual(['test.quarterly']);
  await run('02:25');
  expect(ran).toEqual(['02:25']);
  expect(await row()).toMatchObject({ nextAt: at('02:40'), error: null });
});

it('passes over work of a version that is gone', async () => {
  const { db, run } = await quarterly();
  await run('02:15');
  const context = await testContext('system');
  await runScheduled(context, { name: 'test.unknown' });
  expect(await db.schedule.count()).toBe(0);
});

it('is a job that workers know, and each schedule has a name of its own', () => {
  expect(jobs).toContain(runScheduled);
  expect(new Set(schedules.map(({ name }) => name)).size).toBe(schedules.length);
});

it('each night forgets what is left of sign-ins that are over, and nothing else', async () => {
  const context: Context = await testContext('system');
  const { db } = context;
  const { actor } = await testContext('user');
  const userId = actor.type === 'user' ? actor.id : '';
  const session = (token: string, expiresAt: Date) =>
    db.session.create({
      data: { id: crypto.randomUUID(), token, userId, expiresAt, ipAddress: '203.0.113.7' },
    });
  await session('old', at('01:00'));
  await session('new', at('04:00'));
  await db.signInAttempt.createMany({
    data: [
      { key: 'address:203.0.113.7', failures: 3, windowStart: at('01:00') },
      { key: 'address:203.0.113.8', failures: 3, windowStart: at('01:59') },
    ],
  });
  const queue = memoryQueue();
  await queueDue(db, queue, { now: at('00:00') });
  expect(await queueDue(db, queue, { now: at('02:00') })).toContain('signIns.sweep');
  await runScheduled({ ...context, now: () => at('02:00') }, { name: 'signIns.sweep' });
  expect(await db.session.findMany({ select: { token: true } })).toEqual([{ token: 'new' }]);
  expect(await db.signInAttempt.findMany({ select: { key: true } })).toEqual([
    { key: 'address:203.0.113.8' },
  ]);
  expect(await db.event.count()).toBe(0);
});
