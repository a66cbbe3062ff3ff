// Who holds the link chooses the password. Of two who open it at once, one is let in.
import { z } from 'zod';
import type { DbOrTx } from '#domain/context.ts';
import { DomainError } from '#domain/errors.ts';
import { command, query } from '#domain/operation.ts';
import { hashToken } from '#lib/one-time-token.ts';
import { hashPassword } from '#lib/password-hash.ts';
import { accountLimit } from './attempts.ts';
import { composedOperation } from './composed-operation.ts';
import { checkPassword, createAccount, findUser, refuseTakenEmail, replacePassword } from './records.ts';
import { AcceptInvitation, InvitationToken, Locale, PersonName, Token, type UserCreated } from './schema.ts';

// Unknown, used, revoked and expired links answer alike.
async function findOpenInvitation(db: DbOrTx, token: string, now: Date) {
  const invitation = await db.invitation.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!invitation || invitation.acceptedAt || invitation.expiresAt <= now) throw linkIsDead();
  return invitation;
}

const linkIsDead = () => new DomainError('not_found', 'linkIsDead');

/** What the page of the link shows before anything is chosen. */
export const readInvitation = query({
  name: 'invitation.read',
  input: InvitationToken,
  allow: 'public',
  async run({ db, now }, { token }) {
    const { email, name, userId } = await findOpenInvitation(db, token, now());
    return { email, name, purpose: userId ? ('password' as const) : ('account' as const) };
  },
});

const checkAcceptance = query({
  name: 'invitation.check',
  input: AcceptInvitation,
  allow: 'public',
  internal: 'first step of invitation.accept',
  async run({ db, now }, input) {
    const { email, name, userId } = await findOpenInvitation(db, input.token, now());
    await checkPassword(input.password, [input.name ?? name, email]);
    if (!userId) await refuseTakenEmail(db, email);
    return input;
  },
});

const redeemInvitation = command({
  name: 'invitation.redeem',
  input: z.strictObject({
    token: Token,
    name: PersonName.optional(),
    locale: Locale,
    passwordHash: z.string().max(300),
  }),
  allow: 'public',
  internal: 'last step of invitation.accept',
  async run({ tx, now, emit }, { token, name, locale, passwordHash }) {
    const invitation = await findOpenInvitation(tx, token, now());
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null },
      data: { acceptedAt: now() },
    });
    if (count === 0) throw linkIsDead();
    const { email, role, userId } = invitation;
    if (userId) {
      const user = await findUser(tx, userId);
      if (user.disabledAt) throw linkIsDead();
      await replacePassword(tx, userId, passwordHash);
      await tx.session.deleteMany({ where: { userId } });
      await tx.signInAttempt.deleteMany({ where: { key: accountLimit(user.email).key } });
      emit('user.passwordChanged', { ids: [userId], details: { via: 'link' } });
      return { email: user.email };
    }
    const user = await createAccount(tx, {
      email,
      role,
      locale,
      passwordHash,
      name: name ?? invitation.name,
    });
    const details: UserCreated = { role, via: 'invitation' };
    emit('user.created', { ids: [user.id], details: { ...details, invitation: invitation.id } });
    return { email };
  },
});

export const acceptInvitation = composedOperation({
  name: 'invitation.accept',
  input: AcceptInvitation,
  allow: 'public',
  async run(context, input) {
    const { password, ...accepted } = await checkAcceptance(context, input);
    return redeemInvitation(context, { ...accepted, passwordHash: await hashPassword(password) });
  },
});
