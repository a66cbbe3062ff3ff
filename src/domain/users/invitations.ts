// A link made by an administrator opens one account, once, within seven days; only its hash is kept.
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#domain/context.ts';
import { conflict, DomainError } from '#domain/errors.ts';
import { command, query } from '#domain/operation.ts';
import type { Role } from '#domain/permissions.ts';
import { hashToken, newToken } from '#lib/one-time-token.ts';
import { actingUser } from './commands.ts';
import { endOpenLinks, findUser, refuseTakenEmail } from './records.ts';
import { InviteUser, Nothing, UserId } from './schema.ts';

export const linkDays = 7;
export const linkEnd = (now: Date): Date => new Date(now.getTime() + linkDays * 86_400_000);

interface Invited {
  email: string;
  name: string;
  role: Role;
  userId?: string;
}

// Whoever is invited twice has one link that works: the newest.
async function makeLink(tx: Tx, now: Date, createdById: string, invited: Invited) {
  await endOpenLinks(tx, invited.email);
  const token = newToken();
  const row = await tx.invitation.create({
    data: { id: uuidv7(), ...invited, tokenHash: hashToken(token), expiresAt: linkEnd(now), createdById },
    select: { id: true, expiresAt: true },
  });
  return { ...row, path: `/invitation?token=${token}` };
}

/** `path` holds the secret and is shown this once. */
export const inviteUser = command({
  name: 'invitation.create',
  input: InviteUser,
  allow: 'user.manage',
  async run(unit, invited) {
    await refuseTakenEmail(unit.tx, invited.email);
    const link = await makeLink(unit.tx, unit.now(), actingUser(unit), invited);
    unit.emit('invitation.created', { ids: [link.id], details: { purpose: 'account', role: invited.role } });
    return link;
  },
});

/** For somebody who forgot: the same kind of link, to a new password. */
export const createPasswordLink = command({
  name: 'invitation.createPasswordLink',
  input: UserId,
  allow: 'user.manage',
  async run(unit, { id }) {
    const { email, name, role, disabledAt } = await findUser(unit.tx, id);
    if (disabledAt) throw conflict('userDisabled');
    const link = await makeLink(unit.tx, unit.now(), actingUser(unit), { email, name, role, userId: id });
    unit.emit('invitation.created', { ids: [link.id], details: { purpose: 'password', userId: id } });
    return link;
  },
});

export const revokeInvitation = command({
  name: 'invitation.revoke',
  input: UserId,
  allow: 'user.manage',
  async run({ tx, emit }, { id }) {
    const { count } = await tx.invitation.deleteMany({ where: { id, acceptedAt: null } });
    if (count === 0) throw new DomainError('not_found', 'notFound', { entity: 'invitation' });
    emit('invitation.revoked', { ids: [id] });
    return { id };
  },
});

export const listInvitations = query({
  name: 'invitation.list',
  input: Nothing,
  allow: 'user.manage',
  async run({ db, now }) {
    const open = await db.invitation.findMany({
      where: { acceptedAt: null },
      select: {
        id: true,
        email: true,
        name: true,
        role: true,
        userId: true,
        expiresAt: true,
        createdAt: true,
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 500,
    });
    return open.map(({ userId, ...invitation }) => ({
      ...invitation,
      purpose: userId ? ('password' as const) : ('account' as const),
      expired: invitation.expiresAt <= now(),
    }));
  },
});
