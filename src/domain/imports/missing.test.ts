// What a newer file no longer names: held for a person where much is gone, else marked and told.
import { expect, it, vi } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { importRecords, registerRecord } from '#tests/support/register-records.ts';
import { listTimeline } from '../timeline/list.ts';
import { confirmMissing } from './commands.ts';
import { endRegisters } from './registers-end.ts';

const records = (count: number, change: Parameters<typeof registerRecord>[1] = {}) =>
  Array.from({ length: count }, (_, index) => registerRecord(index + 1, change));
const later = { scraped_at: '2025-11-27T05:21:00.000Z' };

it('holds a file with far fewer rows until a person confirms what is gone', async () => {
  const context = await testContext('manager');
  await importRecords(context, records(10));
  const run = await importRecords(context, records(6, later));
  const register = { platform: 'IBGO' as const, instance: 'bollnas.ibgo.se' };
  expect(run.held).toMatchObject([{ ...register, before: 10, now: 6 }]);
  expect(run.warnings.map(({ code }) => code)).toEqual(['fewer_rows']);
  const missing = () => context.db.sourceRecord.count({ where: { missingSince: { not: null } } });
  expect(await missing()).toBe(0);

  const user = await testContext('user');
  await expectRefusal(context.db, 'forbidden', () => confirmMissing(user, { runId: run.runId, ...register }));
  expect(await confirmMissing(context, { runId: run.runId, ...register })).toEqual({ missing: 4 });

  expect(await missing()).toBe(4);
  expect((await writtenEvents(context.db)).at(-1)).toMatchObject({
    name: 'import.missingConfirmed',
    ids: [run.runId],
    details: { register: 'bollnas.ibgo.se', missing: 4 },
  });
  await expectRefusal(context.db, 'conflict', () =>
    confirmMissing(context, { runId: run.runId, ...register }),
  );
});

it('marks what a full file no longer has, and takes the mark back when it returns', async () => {
  const context = await testContext('manager');
  await importRecords(context, records(10));
  const run = await importRecords(context, records(9, later));
  expect(run.held).toEqual([]);
  const gone = () => context.db.sourceRecord.findMany({ where: { missingSince: { not: null } } });
  const [lost] = await gone();
  expect(lost).toMatchObject({ externalId: '10', missingSince: new Date(later.scraped_at) });
  // A run that only loses rows says so: in its counts, as events, and on the timeline of what is gone.
  expect(run.counts).toMatchObject({ associations: { created: 0, updated: 0 }, missing: 1 });
  const associationId = lost?.associationId ?? '';
  expect((await writtenEvents(context.db)).slice(-2)).toMatchObject([
    { name: 'import.markedMissing', ids: [associationId], details: { runId: run.runId } },
    { name: 'import.finished', ids: [run.runId], details: { missing: 1 } },
  ]);
  const { entries } = await listTimeline(context, { id: associationId });
  expect(entries[0]).toMatchObject({ kind: 'event', name: 'import.markedMissing' });
  expect(await context.db.association.count({ where: { deletedAt: null } })).toBe(10);

  await importRecords(context, records(10, { scraped_at: '2025-12-27T05:21:00.000Z' }));
  expect(await gone()).toEqual([]);
});

it('ends many registers of one run each by itself, with no more statements than one', async () => {
  const context = await testContext('manager');
  const register = (number: number, count: number, change: Parameters<typeof registerRecord>[1] = {}) =>
    Array.from({ length: count }, (_, index) => {
      const detail_url = `https://ort${number}.ibgo.se/Association/${index + 1}`;
      const name = `Ort ${number} förening ${index + 1}`;
      return registerRecord(index + 1, { ...change, association: { detail_url, name } });
    });
  await importRecords(
    context,
    [1, 2, 3].flatMap((number) => register(number, 10)),
  );
  const run = await importRecords(
    context,
    [register(1, 9, later), register(2, 5, later), register(3, 8, later)].flat(),
  );
  expect(run.held).toMatchObject([{ instance: 'ort2.ibgo.se', before: 10, now: 5 }]);
  expect(run.counts).toMatchObject({ missing: 3 });

  const statementsToEnd = (registers: number) =>
    context.db.$transaction(async (tx) => {
      const sent = [vi.spyOn(tx, '$queryRaw'), vi.spyOn(tx, '$executeRaw')];
      const times = { began_at: later.scraped_at, scraped_at: later.scraped_at };
      const files = Array.from({ length: registers }, (_, index) => ({
        platform: 'IBGO',
        instance: `ny${index}.ibgo.se`,
        rows: 1,
        ...times,
      }));
      await endRegisters({ tx, emit: () => 0 }, run.runId, files);
      const statements = sent.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      for (const spy of sent) spy.mockRestore();
      return statements;
    });
  expect(await statementsToEnd(20)).toBe(await statementsToEnd(1));
});
