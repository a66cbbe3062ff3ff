import { describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { addAssociation } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { setAssociationOwner, setAssociationStage, setAssociationStatus } from './commands.ts';

const idOf = ({ actor }: Context): string => (actor.type === 'user' ? actor.id : '');
const read = ({ db }: Context, id: string) =>
  db.association.findUniqueOrThrow({
    where: { id },
    include: { memberships: { orderBy: { startedAt: 'asc' } } },
  });
/** The events after the one of the creation. */
const later = async ({ db }: Context) => (await writtenEvents(db)).slice(1);

describe('association.setStatus', () => {
  it('moves the status and tells both values', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    expect(await setAssociationStatus(ctx, { id, version: 1, status: 'CONTACTED' })).toEqual({
      id,
      version: 2,
    });
    expect(await read(ctx, id)).toMatchObject({ crmStatus: 'CONTACTED', pipeline: 'PROSPECT' });
    expect(await later(ctx)).toMatchObject([
      {
        name: 'association.statusChanged',
        ids: [id],
        associations: [id],
        actorId: idOf(ctx),
        details: { before: { crmStatus: 'UNCONTACTED' }, after: { crmStatus: 'CONTACTED' } },
      },
    ]);
  });

  it('makes a member: since today in Sweden, won, and a period begins', async () => {
    // Half past midnight in Stockholm, still the day before in UTC.
    const ctx = await testContext('user', { now: () => new Date('2026-06-14T22:30:00Z') });
    const id = await addAssociation(ctx);
    await setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER' });
    const day = new Date('2026-06-15T00:00:00Z');
    expect(await read(ctx, id)).toMatchObject({
      memberSince: day,
      pipeline: 'CLOSED_WON',
      memberships: [{ startedAt: day, endedAt: null }],
    });
    expect((await later(ctx)).map((event) => event.name)).toEqual([
      'association.statusChanged',
      'association.stageChanged',
    ]);
  });

  it('ends the period of a member who leaves, and keeps it', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    const on = (day: string): Context => ({ ...ctx, now: () => new Date(`${day}T10:00:00Z`) });
    await setAssociationStatus(on('2026-01-10'), { id, version: 1, status: 'MEMBER' });
    await setAssociationStatus(on('2026-03-20'), { id, version: 2, status: 'LOST' });
    await setAssociationStatus(on('2026-05-05'), { id, version: 3, status: 'MEMBER' });
    expect(await read(ctx, id)).toMatchObject({
      crmStatus: 'MEMBER',
      pipeline: 'CLOSED_WON',
      memberSince: new Date('2026-05-05'),
      memberships: [
        { startedAt: new Date('2026-01-10'), endedAt: new Date('2026-03-20') },
        { startedAt: new Date('2026-05-05'), endedAt: null },
      ],
    });
  });

  it('of a lost one closes the stage too', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    await setAssociationStatus(ctx, { id, version: 1, status: 'LOST' });
    expect(await read(ctx, id)).toMatchObject({ pipeline: 'CLOSED_LOST', memberSince: null });
  });

  it('to where it is changes nothing', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    expect(await setAssociationStatus(ctx, { id, version: 1, status: 'UNCONTACTED' })).toEqual({
      id,
      version: 1,
    });
    expect(await later(ctx)).toEqual([]);
  });
});

describe('association.setStage', () => {
  it('moves the stage alone', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    await setAssociationStage(ctx, { id, version: 1, stage: 'QUALIFIED' });
    expect(await read(ctx, id)).toMatchObject({
      pipeline: 'QUALIFIED',
      crmStatus: 'UNCONTACTED',
      version: 2,
    });
    expect(await later(ctx)).toMatchObject([
      {
        name: 'association.stageChanged',
        associations: [id],
        details: { before: { pipeline: 'PROSPECT' }, after: { pipeline: 'QUALIFIED' } },
      },
    ]);
  });
});

describe('association.setOwner', () => {
  it('gives it to a colleague, and to nobody', async () => {
    const ctx = await testContext('user');
    const colleague = idOf(await testContext('manager'));
    const id = await addAssociation(ctx);
    await setAssociationOwner(ctx, { id, version: 1, ownerId: colleague });
    expect(await read(ctx, id)).toMatchObject({ ownerId: colleague, version: 2 });
    await setAssociationOwner(ctx, { id, version: 2, ownerId: null });
    expect(await read(ctx, id)).toMatchObject({ ownerId: null, version: 3 });
    expect((await later(ctx)).map((event) => event.details)).toEqual([
      { before: { ownerId: null }, after: { ownerId: colleague } },
      { before: { ownerId: colleague }, after: { ownerId: null } },
    ]);
  });

  it('not to a closed account, nor to one that never was', async () => {
    const ctx = await testContext('user');
    const closed = idOf(await testContext('manager'));
    await ctx.db.user.update({ where: { id: closed }, data: { disabledAt: new Date() } });
    const id = await addAssociation(ctx);
    for (const ownerId of [closed, crypto.randomUUID()]) {
      await expectRefusal(ctx.db, 'not_found', () => setAssociationOwner(ctx, { id, version: 1, ownerId }));
    }
  });
});

describe('each of the three moves', () => {
  const moves = [
    [
      'status',
      (ctx: Context, id: string, version = 1) => setAssociationStatus(ctx, { id, version, status: 'LOST' }),
    ],
    [
      'stage',
      (ctx: Context, id: string, version = 1) =>
        setAssociationStage(ctx, { id, version, stage: 'QUALIFIED' }),
    ],
    [
      'owner',
      (ctx: Context, id: string, version = 1) => setAssociationOwner(ctx, { id, version, ownerId: null }),
    ],
  ] as const;

  it.each(moves)('%s is refused to whom is not signed in', async (_, move) => {
    const id = await addAssociation(await testContext('user'));
    const ctx = await testContext('anonymous');
    await expectRefusal(ctx.db, 'unauthenticated', () => move(ctx, id));
  });

  it.each(moves)('%s on an older version is a conflict', async (_, move) => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, {}, { version: 3 });
    await expectRefusal(ctx.db, 'conflict', () => move(ctx, id, 2));
  });

  it.each(moves)('%s of what lies in the trash finds nothing', async (_, move) => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, {}, { deletedAt: new Date() });
    await expectRefusal(ctx.db, 'not_found', () => move(ctx, id));
  });
});
