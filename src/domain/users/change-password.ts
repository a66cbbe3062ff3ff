// Changing a password asks for the old one, as often as signing in may, and ends every other session.
import { z } from 'zod';
import type { Actor } from '#domain/context.ts';
import { invalid } from '#domain/errors.ts';
import { command, query } from '#domain/operation.ts';
import { hashPassword, verifyPassword } from '#lib/password-hash.ts';
import { forgetAttempts, passwordLimit, takeAttempt } from './attempts.ts';
import { actingUser } from './commands.ts';
import { composedOperation } from './composed-operation.ts';
import { checkPassword, replacePassword } from './records.ts';
import { ChangePassword } from './schema.ts';

const readPassword = query({
  name: 'user.readPassword',
  input: ChangePassword,
  allow: 'signed-in',
  internal: 'first step of user.changePassword',
  async run(context, { currentPassword, newPassword }) {
    const userId = actingUser(context);
    const account = await context.db.account.findFirst({
      where: { userId, providerId: 'credential' },
      select: { password: true, user: { select: { name: true, email: true } } },
    });
    if (!account?.password) throw invalid('wrongPassword', { field: 'currentPassword' });
    await checkPassword(newPassword, [account.user.name, account.user.email]);
    if (currentPassword === newPassword) throw invalid('samePassword', { field: 'newPassword' });
    return { userId, currentHash: account.password };
  },
});

const storePassword = command({
  name: 'user.storePassword',
  input: z.strictObject({ currentHash: z.string().max(300), passwordHash: z.string().max(300) }),
  allow: 'signed-in',
  internal: 'last step of user.changePassword',
  async run(unit, { currentHash, passwordHash }) {
    const userId = actingUser(unit);
    await replacePassword(unit.tx, userId, passwordHash, currentHash);
    const kept = sessionOf(unit.actor);
    const ended = await unit.tx.session.deleteMany({
      where: { userId, ...(kept === null ? {} : { id: { not: kept } }) },
    });
    unit.emit('user.passwordChanged', {
      ids: [userId],
      details: { via: 'profile', sessionsEnded: ended.count },
    });
    return { sessionsEnded: ended.count, signedOut: kept === null };
  },
});

export const changePassword = composedOperation({
  name: 'user.changePassword',
  input: ChangePassword,
  allow: 'signed-in',
  async run(context, input) {
    const { userId, currentHash } = await readPassword(context, input);
    const limit = passwordLimit(userId);
    // Counted outside any transaction: a refusal must not take the count back.
    await takeAttempt(context.db, [limit], context.now());
    if (!(await verifyPassword(currentHash, input.currentPassword))) {
      throw invalid('wrongPassword', { field: 'currentPassword' });
    }
    const passwordHash = await hashPassword(input.newPassword);
    const result = await storePassword(context, { currentHash, passwordHash });
    await forgetAttempts(context.db, { cleared: [limit], givenBack: [] }, context.now());
    return result;
  },
});

// Who acts without a session of their own (a test, a script) keeps none.
function sessionOf(actor: Actor): string | null {
  return 'sessionId' in actor && typeof actor.sessionId === 'string' ? actor.sessionId : null;
}
