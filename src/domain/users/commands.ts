// Administrators change accounts; nobody closes their own, and closing one ends what it has open.

import type { Unit } from '#domain/context.ts';
import { conflict, DomainError } from '#domain/errors.ts';
import { command } from '#domain/operation.ts';
import { findUser, keepAnAdmin, revokeLinks, shownUser, userConflict } from './records.ts';
import { SetLocale, UpdateProfile, UpdateUser, UserId } from './schema.ts';

export function actingUser({ actor }: Pick<Unit, 'actor'>): string {
  if (actor.type !== 'user') throw new DomainError('forbidden', 'forbidden');
  return actor.id;
}

/** A new role holds from the next request on: who acts is read anew each time. */
export const updateUser = command({
  name: 'user.update',
  input: UpdateUser,
  allow: 'user.manage',
  async run({ tx, emit }, { id, version, ...patch }) {
    const before = await findUser(tx, id, version);
    const demoted = before.role === 'admin' && patch.role !== undefined && patch.role !== 'admin';
    if (demoted && before.disabledAt === null) await keepAnAdmin(tx, id);
    if (demoted) await revokeLinks(tx, id);
    const changed = await tx.user.updateMany({
      where: { id, version },
      data: { ...patch, version: { increment: 1 } },
    });
    if (changed.count === 0) throw await userConflict(tx, await findUser(tx, id));
    const after = await findUser(tx, id);
    emit('user.updated', { ids: [id], details: { before: facts(before), after: facts(after) } });
    return after;
  },
});

export const disableUser = command({
  name: 'user.disable',
  input: UserId,
  allow: 'user.manage',
  async run({ actor, tx, emit, now }, { id }) {
    if (actor.type === 'user' && actor.id === id) throw conflict('notYourself');
    const before = await findUser(tx, id);
    if (before.disabledAt) throw conflict('alreadyDisabled');
    if (before.role === 'admin') await keepAnAdmin(tx, id);
    const after = await tx.user.update({
      where: { id },
      data: { disabledAt: now(), version: { increment: 1 } },
      select: shownUser,
    });
    await tx.session.deleteMany({ where: { userId: id } });
    await revokeLinks(tx, id);
    emit('user.disabled', { ids: [id] });
    return after;
  },
});

export const enableUser = command({
  name: 'user.enable',
  input: UserId,
  allow: 'user.manage',
  async run({ tx, emit }, { id }) {
    const before = await findUser(tx, id);
    if (!before.disabledAt) throw conflict('alreadyEnabled');
    // A sign-in that raced with the closing may have left a session, useless until now.
    await tx.session.deleteMany({ where: { userId: id } });
    const after = await tx.user.update({
      where: { id },
      data: { disabledAt: null, version: { increment: 1 } },
      select: shownUser,
    });
    emit('user.enabled', { ids: [id] });
    return after;
  },
});

export const updateProfile = command({
  name: 'user.updateProfile',
  input: UpdateProfile,
  allow: 'signed-in',
  run: (unit, patch) => updateOneself(unit, patch),
});

export const setLocale = command({
  name: 'user.setLocale',
  input: SetLocale,
  allow: 'signed-in',
  run: (unit, patch) => updateOneself(unit, patch),
});

async function updateOneself(unit: Unit, patch: { name?: string; locale?: string }) {
  const id = actingUser(unit);
  const before = await findUser(unit.tx, id);
  const after = await unit.tx.user.update({
    where: { id },
    data: { ...patch, version: { increment: 1 } },
    select: shownUser,
  });
  unit.emit('user.updated', { ids: [id], details: { before: facts(before), after: facts(after) } });
  return { name: after.name, locale: after.locale };
}

const facts = ({ name, role, locale }: { name: string; role: string; locale: string }) => ({
  name,
  role,
  locale,
});
