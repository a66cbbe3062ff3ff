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

  it('of a member who leaves goes back to an open stage: the one asked for, else the follow-up', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    await setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER' });
    await setAssociationStatus(ctx, { id, version: 2, status: 'INTERESTED' });
    expect(await read(ctx, id)).toMatchObject({ pipeline: 'FOLLOW_UP', memberSince: null });
    await setAssociationStatus(ctx, { id, version: 3, status: 'LOST' });
    await setAssociationStatus(ctx, { id, version: 4, status: 'CONTACTED', stage: 'QUALIFIED' });
    expect(await read(ctx, id)).toMatchObject({ crmStatus: 'CONTACTED', pipeline: 'QUALIFIED' });
    expect((await later(ctx)).slice(-2)).toMatchObject([
      { name: 'association.statusChanged', details: { before: { crmStatus: 'LOST' } } },
      {
        name: 'association.stageChanged',
        details: { before: { pipeline: 'CLOSED_LOST' }, after: { pipeline: 'QUALIFIED' } },
      },
    ]);
  });

  it('makes a member from the day that is said, and tells it', async () => {
    const ctx = await testContext('user', { now: () => new Date('2026-03-29T10:00:00Z') });
    const id = await addAssociation(ctx);
    await setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER', memberSince: '2025-01-01' });
    const day = new Date('2025-01-01');
    expect(await read(ctx, id)).toMatchObject({
      memberSince: day,
      memberships: [{ startedAt: day, endedAt: null }],
    });
    expect((await later(ctx))[0]?.details).toMatchObject({ memberSince: '2025-01-01' });
  });

  it('refuses a first day that has not come in Sweden, that is none, or that lies in an earlier membership', async () => {
    const ctx = await testContext('user', { now: () => new Date('2026-10-25T22:30:00Z') });
    const id = await addAssociation(ctx);
    for (const memberSince of ['2026-10-26', '2026-02-30', 'i fjol']) {
      await expectRefusal(ctx.db, 'invalid', () =>
        setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER', memberSince }),
      );
    }
    await setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER', memberSince: '2026-01-01' });
    await setAssociationStatus(ctx, { id, version: 2, status: 'LOST' });
    await expectRefusal(ctx.db, 'invalid', () =>
      setAssociationStatus(ctx, { id, version: 3, status: 'MEMBER', memberSince: '2026-05-01' }),
    );
  });

  it('refuses a closed stage to return to', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    await expectRefusal(ctx.db, 'invalid', () =>
      setAssociationStatus(ctx, { id, version: 1, status: 'CONTACTED', stage: 'CLOSED_WON' as 'PROSPECT' }),
    );
  });

  it('taken back is as if it had not been: no membership, and the stage before', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, {}, { crmStatus: 'NEGOTIATION', pipeline: 'PROPOSAL_SENT' });
    await setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER' });
    await setAssociationStatus(ctx, {
      id,
      version: 2,
      status: 'NEGOTIATION',
      stage: 'PROPOSAL_SENT',
      takeBack: true,
    });
    expect(await read(ctx, id)).toMatchObject({
      crmStatus: 'NEGOTIATION',
      pipeline: 'PROPOSAL_SENT',
      memberSince: null,
      memberships: [],
    });
  });

  it('of another day is not taken back: the membership ends and is kept', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    const later = { ...ctx, now: () => new Date(Date.now() + 48 * 3600 * 1000) };
    await setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER' });
    await setAssociationStatus(later, { id, version: 2, status: 'CONTACTED', takeBack: true });
    expect((await read(ctx, id)).memberships).toMatchObject([{ endedAt: expect.any(Date) }]);
  });

  it('a membership ended by mistake goes on from its own first day', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    await setAssociationStatus(ctx, { id, version: 1, status: 'MEMBER', memberSince: '2020-02-29' });
    await setAssociationStatus(ctx, { id, version: 2, status: 'LOST' });
    const again = { id, version: 3, status: 'MEMBER', memberSince: '2020-02-29' } as const;
    await expectRefusal(ctx.db, 'invalid', () => setAssociationStatus(ctx, again));
    await setAssociationStatus(ctx, { ...again, takeBack: true });
    const day = new Date('2020-02-29');
    expect(await read(ctx, id)).toMatchObject({
      memberSince: day,
      memberships: [{ startedAt: day, endedAt: null }],
    });
    // What goes on so has lasted: it is ended by the next move, not forgotten.
    await setAssociationStatus(ctx, { id, version: 4, status: 'CONTACTED', takeBack: true });
    expect((await read(ctx, id)).memberships).toMatchObject([{ startedAt: day }]);
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
