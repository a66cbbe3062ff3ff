import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Db } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import { tableFingerprint } from '#tests/support/database.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { listMunicipalities } from './queries.ts';
import { seedReference } from './seed.ts';

async function addAssociation(
  db: Db,
  codes: [string, ...string[]],
  data: { member?: boolean; deleted?: boolean } = {},
) {
  const id = randomUUID();
  await db.association.create({
    data: {
      id,
      name: 'Provföreningen',
      municipalityCode: codes[0],
      crmStatus: data.member ? 'MEMBER' : 'UNCONTACTED',
      deletedAt: data.deleted ? new Date() : null,
      listings: { create: codes.map((municipalityCode) => ({ municipalityCode })) },
    },
  });
}

it('lists all 290, å ä ö last, with living associations and members of each listing', async () => {
  const context = await testContext('user');
  await addAssociation(context.db, ['1785', '1492'], { member: true });
  await addAssociation(context.db, ['1785']);
  await addAssociation(context.db, ['1785'], { member: true, deleted: true });

  const rows = await listMunicipalities(context, {});

  expect(rows).toHaveLength(290);
  expect(rows.at(-1)?.name).toBe('Övertorneå');
  const of = (code: string) => rows.find((row) => row.code === code);
  expect(of('1785')).toMatchObject({ name: 'Säffle', associations: 2, members: 1, platform: 'IBGO' });
  expect(of('1492')).toMatchObject({ name: 'Åmål', associations: 1, members: 1 });
  expect(of('0180')).toMatchObject({ associations: 0, members: 0, lastImportedAt: null });
});

it('calls a register stale when it was last read more than 90 days ago, whenever that was imported', async () => {
  const context = await testContext('user', { now: () => new Date('2026-03-01T12:00:00Z') });
  const imported = (code: string, at: string) =>
    context.db.municipality.update({
      where: { code },
      data: {
        registerState: 'ok',
        lastScrapedAt: new Date(at),
        lastImportedAt: new Date('2026-03-01T11:00:00Z'),
      },
    });
  await imported('1785', '2025-11-30T11:00:00Z');
  await imported('1492', '2025-12-02T12:00:00Z');

  const rows = await listMunicipalities(context, {});

  expect(rows.find(({ code }) => code === '1785')?.registerState).toBe('stale');
  expect(rows.find(({ code }) => code === '1492')?.registerState).toBe('ok');
});

it('is for those who are signed in', async () => {
  const context = await testContext('anonymous');
  await expectRefusal(context.db, 'unauthenticated', () => listMunicipalities(context, {}));
});

it('seeds what is missing or changed, and never takes an import back', async () => {
  const context = await testContext('system');
  const { db } = context;
  await db.municipality.delete({ where: { code: '0180' } });
  const lastImportedAt = new Date('2026-01-01T00:00:00Z');
  await db.municipality.update({
    where: { code: '1785' },
    data: { registerState: 'ok', lastImportedAt, registerUrl: 'https://gammal.example/' },
  });

  await seedReference(context, {});

  expect(await db.municipality.count()).toBe(290);
  expect(await db.municipality.findUnique({ where: { code: '1785' } })).toMatchObject({
    registerState: 'ok',
    lastImportedAt,
    registerUrl: expect.stringContaining('saffle.ibgo.se'),
  });
  const before = await tableFingerprint(db);
  expect(await seedReference(context, {})).toBe(0);
  expect(await tableFingerprint(db)).toEqual(before);
  expect(await writtenEvents(db)).toEqual([]);
});

it('lets nobody but the system seed', async () => {
  const context = await testContext('admin');
  await expectRefusal(context.db, 'forbidden', () => seedReference(context, {}));
});
