import { expect, it } from 'vitest';
import { listTimeline } from '#domain/timeline/list.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { isSampleLoaded, loadSample } from './load.ts';
import { writeSampleHistory } from './write-history.ts';

it('fills an installation once: registers, two years of work, and one event that says so', async () => {
  const admin = await testContext('admin');
  const system = await testContext('system');
  const { db } = system;
  await db.tag.create({ data: { id: crypto.randomUUID(), name: 'Försäkring', colour: 'info' } });
  expect(await isSampleLoaded(system)).toBe(false);
  await loadSample(system, {});
  expect(await db.association.count()).toBe(3_000);
  const members = await db.association.count({ where: { crmStatus: 'MEMBER' } });
  expect(members / 3_000).toBeGreaterThan(0.15);
  expect(await db.membershipPeriod.count({ where: { endedAt: null } })).toBe(members);
  expect(await db.note.count()).toBeGreaterThan(3_000);
  expect(await db.tag.count()).toBe(13);

  const moves = await db.event.findMany({ where: { name: 'association.statusChanged' } });
  expect(moves.length).toBeGreaterThan(1_700);
  for (const { createdAt, dispatchedAt, actorType } of moves) {
    expect(createdAt.getTime()).toBeLessThan(Date.now());
    // What only is told sets nothing in motion.
    expect(dispatchedAt).toEqual(createdAt);
    expect(actorType).toBe('user');
  }
  const [member] = await db.association.findMany({ where: { crmStatus: 'MEMBER' }, take: 1 });
  const { entries } = await listTimeline(admin, { id: member?.id ?? '', limit: 50 });
  expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['event', 'note', 'import']));

  expect((await writtenEvents(db)).filter(({ name }) => name === 'sample.loaded')).toHaveLength(1);
  const before = await db.note.count();
  await loadSample(system, {});
  expect(await db.importRun.count()).toBe(1);
  expect(await db.note.count()).toBe(before);
});

it('goes on with the run of a try that was cut off; nobody but the system may invent a past', async () => {
  const admin = await testContext('admin');
  const system = await testContext('system');
  const { db } = system;
  const stopped = {
    ...system,
    providers: {
      ...system.providers,
      staging: { ...system.providers.staging, holdRun: () => Promise.resolve(null) },
    },
  };
  await expect(loadSample(stopped, {})).rejects.toThrow('still being imported');
  await loadSample(system, {});
  expect(await db.importRun.count()).toBe(1);
  expect(await isSampleLoaded(system)).toBe(true);
  const run = await db.importRun.findFirstOrThrow();
  const history = { runId: run.id, users: [], entries: [] };
  await expectRefusal(db, 'forbidden', () => writeSampleHistory(admin, history));
});
