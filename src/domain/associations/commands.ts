// Moves along status and stage, ownership, trash: each is logged with both values, and a membership keeps its periods.
import { v7 as uuidv7 } from 'uuid';
import type { Tx, Unit } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { touch } from './edit.ts';
import { lockAssociation, refreshIndex } from './records.ts';
import { type CrmStatus, stageOfStatus } from './rules.ts';
import { AssociationId, SetOwner, SetStage, SetStatus } from './schema.ts';

export const setAssociationStatus = command({
  name: 'association.setStatus',
  input: SetStatus,
  allow: 'association.write',
  quiet: 'the status it has already is no change',
  async run(unit, { id, version, status }) {
    const before = await lockAssociation(unit.tx, id, version);
    if (before.crmStatus === status) return { id, version: before.version };
    return moveStatus(unit, before, status);
  },
});

type Before = Awaited<ReturnType<typeof lockAssociation>>;

/** Also for reactions such as a first call; the association is locked by the caller. */
export async function moveStatus(unit: Unit, before: Before, status: CrmStatus) {
  const { tx, emit, now } = unit;
  const { id } = before;
  const pipeline = stageOfStatus(status) ?? before.pipeline;
  const today = swedishDate(now());
  const memberSince = status === 'MEMBER' ? today : null;
  if (status === 'MEMBER') {
    await tx.membershipPeriod.create({ data: { id: uuidv7(), associationId: id, startedAt: today } });
  } else if (before.crmStatus === 'MEMBER') {
    await endMembership(tx, id, today);
  }
  const after = await tx.association.update({
    where: { id },
    data: { crmStatus: status, pipeline, memberSince, ...touch(unit) },
  });
  emit('association.statusChanged', {
    ids: [id],
    associations: [id],
    details: { before: { crmStatus: before.crmStatus }, after: { crmStatus: status } },
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

const endMembership = (tx: Tx, associationId: string, endedAt: Date) =>
  tx.membershipPeriod.updateMany({ where: { associationId, endedAt: null }, data: { endedAt } });

/** Midnight UTC of the day it is in Sweden: dates without a time are kept so. */
function swedishDate(now: Date): Date {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(now);
  return new Date(`${day}T00:00:00Z`);
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
