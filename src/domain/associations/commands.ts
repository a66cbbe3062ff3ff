// Moves along status and stage, ownership, trash: each is logged with both values, and a membership keeps its periods.
import { v7 as uuidv7 } from 'uuid';
import { dayOf, readStoredDay, storedDay } from '#lib/calendar-days.ts';
import type { Tx, Unit } from '../context.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { touch } from './edit.ts';
import { lockAssociation, refreshIndex } from './records.ts';
import { type CrmStatus, stageAfterStatus } from './rules.ts';
import { AssociationId, SetOwner, SetStage, SetStatus } from './schema.ts';

export const setAssociationStatus = command({
  name: 'association.setStatus',
  input: SetStatus,
  allow: 'association.write',
  quiet: 'the status it has already is no change',
  async run(unit, { id, version, status, ...how }) {
    const before = await lockAssociation(unit.tx, id, version);
    if (before.crmStatus === status) return { id, version: before.version };
    return moveStatus(unit, before, status, how);
  },
});

type Before = Awaited<ReturnType<typeof lockAssociation>>;
type How = Partial<Pick<SetStatus, 'memberSince' | 'stage' | 'takeBack'>>;

/** Also for reactions such as a first call; the association is locked by the caller. */
export async function moveStatus(unit: Unit, before: Before, status: CrmStatus, how: How = {}) {
  const { tx, emit, now } = unit;
  const { id } = before;
  const today = dayOf(now());
  const since = how.memberSince ?? today;
  if (since > today) throw invalid('memberSinceInFuture');
  const pipeline = stageAfterStatus(before, status, how.stage);
  const takeBack = how.takeBack ?? false;
  const period = { since, today, takeBack };
  if (status === 'MEMBER') await beginMembership(tx, id, period);
  else if (before.crmStatus === 'MEMBER') await endMembership(tx, id, period);
  const after = await tx.association.update({
    where: { id },
    data: {
      crmStatus: status,
      pipeline,
      memberSince: status === 'MEMBER' ? storedDay(since) : null,
      ...touch(unit),
    },
  });
  emit('association.statusChanged', {
    ids: [id],
    associations: [id],
    details: {
      before: { crmStatus: before.crmStatus },
      after: { crmStatus: status },
      ...(status === 'MEMBER' && { memberSince: since }),
      ...(takeBack && { takenBack: true }),
    },
  });
  if (pipeline !== before.pipeline) emitStage(unit, id, before.pipeline, pipeline);
  return { id, version: after.version };
}

const emitStage = ({ emit }: Unit, id: string, before: string, after: string) =>
  emit('association.stageChanged', {
    ids: [id],
    associations: [id],
    details: { before: { pipeline: before }, after: { pipeline: after } },
  });

type Period = { since: string; today: string; takeBack: boolean };

/** Taken back, a membership that ended today goes on from its own first day; else none may reach into another. */
async function beginMembership(tx: Tx, associationId: string, { since, today, takeBack }: Period) {
  const last = await tx.membershipPeriod.findFirst({
    where: { associationId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
  });
  const ended = last?.endedAt ? readStoredDay(last.endedAt) : null;
  if (takeBack && last && ended === today && readStoredDay(last.startedAt) === since) {
    await tx.membershipPeriod.update({ where: { id: last.id }, data: { endedAt: null } });
    return;
  }
  if (ended !== null && since < ended) throw invalid('memberSinceTooEarly', { day: ended });
  await tx.membershipPeriod.create({
    data: { id: uuidv7(), associationId, startedAt: storedDay(since) },
  });
}

async function endMembership(tx: Tx, associationId: string, { today, takeBack }: Period) {
  const open = { associationId, endedAt: null };
  if (takeBack && (await becameMemberOn(tx, associationId, today))) {
    await tx.membershipPeriod.deleteMany({ where: open });
  } else await tx.membershipPeriod.updateMany({ where: open, data: { endedAt: storedDay(today) } });
}

/** Only what was begun the same day can be taken back: a membership that has lasted is history. */
async function becameMemberOn(tx: Tx, associationId: string, day: string): Promise<boolean> {
  const [last] = await tx.$queryRaw<{ at: Date; member: boolean | null; again: boolean | null }[]>`
    SELECT e.created_at AS at, e.payload #>> '{after,crmStatus}' = 'MEMBER' AS member, (e.payload ->> 'takenBack')::boolean AS again
    FROM event_association ea JOIN event e ON e.id = ea.event_id
    WHERE ea.association_id = ${associationId}::uuid AND e.name = 'association.statusChanged'
    ORDER BY e.id DESC LIMIT 1`;
  return last !== undefined && last.member === true && !last.again && dayOf(last.at) === day;
}

export const setAssociationStage = command({
  name: 'association.setStage',
  input: SetStage,
  allow: 'association.write',
  quiet: 'the stage it has already is no change',
  async run(unit, { id, version, stage }) {
    const before = await lockAssociation(unit.tx, id, version);
    if (before.pipeline === stage) return { id, version: before.version };
    const after = await unit.tx.association.update({
      where: { id },
      data: { pipeline: stage, ...touch(unit) },
    });
    emitStage(unit, id, before.pipeline, stage);
    return { id, version: after.version };
  },
});

export const setAssociationOwner = command({
  name: 'association.setOwner',
  input: SetOwner,
  allow: 'association.write',
  quiet: 'the owner it has already is no change',
  async run(unit, { id, version, ownerId }) {
    const { tx, emit } = unit;
    const before = await lockAssociation(tx, id, version);
    if (before.ownerId === ownerId) return { id, version: before.version };
    if (ownerId !== null) {
      const owner = await tx.user.findUnique({ where: { id: ownerId }, select: { disabledAt: true } });
      if (!owner || owner.disabledAt) throw notFound('user');
    }
    const after = await tx.association.update({ where: { id }, data: { ownerId, ...touch(unit) } });
    emit('association.ownerChanged', {
      ids: [id],
      associations: [id],
      details: { before: { ownerId: before.ownerId }, after: { ownerId } },
    });
    return { id, version: after.version };
  },
});

export const deleteAssociation = command({
  name: 'association.delete',
  input: AssociationId,
  allow: 'association.delete',
  async run(unit, { id }) {
    const { tx, emit, actor, now } = unit;
    const before = await lockAssociation(tx, id);
    const deletedById = actor.type === 'user' ? actor.id : null;
    await tx.association.update({
      where: { id },
      data: { deletedAt: now(), deletedById, version: { increment: 1 }, updatedAt: now() },
    });
    await refreshIndex(tx, [id]);
    emit('association.deleted', { ids: [id], associations: [id], details: { name: before.name } });
    return { id };
  },
});

export const restoreAssociation = command({
  name: 'association.restore',
  input: AssociationId,
  allow: 'association.delete',
  async run(unit, { id }) {
    const { tx, emit, now } = unit;
    const found = await tx.association.findUnique({ where: { id }, select: { deletedAt: true } });
    if (!found) throw notFound('association');
    if (!found.deletedAt) throw conflict('notInTrash');
    await tx.association.update({
      where: { id },
      data: { deletedAt: null, deletedById: null, version: { increment: 1 }, updatedAt: now() },
    });
    await refreshIndex(tx, [id]);
    emit('association.restored', { ids: [id], associations: [id] });
    return { id };
  },
});
