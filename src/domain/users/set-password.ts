// The way back in for an administrator who forgot: a new password, set by who has the machine.
import { z } from 'zod';
import { notFound } from '#domain/errors.ts';
import { command, query } from '#domain/operation.ts';
import { hashPassword } from '#lib/password-hash.ts';
import { accountLimit } from './attempts.ts';
import { composedOperation } from './composed-operation.ts';
import { checkPassword, replacePassword } from './records.ts';
import { EmailAddress, Password } from './schema.ts';

const SetPassword = z.strictObject({ email: EmailAddress, password: Password });

const checkNewPassword = query({
  name: 'user.checkPassword',
  input: SetPassword,
  allow: 'system',
  internal: 'first step of user.setPassword',
  async run({ db }, { email, password }) {
    const user = await db.user.findUnique({ where: { email }, select: { id: true, name: true } });
    if (!user) throw notFound('user');
    await checkPassword(password, [user.name, email]);
    return { userId: user.id, email, password };
  },
});

const overwritePassword = command({
  name: 'user.overwritePassword',
  input: z.strictObject({ userId: z.uuid(), email: EmailAddress, passwordHash: z.string().max(300) }),
  allow: 'system',
  internal: 'last step of user.setPassword',
  async run({ tx, emit }, { userId, email, passwordHash }) {
    await replacePassword(tx, userId, passwordHash);
    await tx.session.deleteMany({ where: { userId } });
    await tx.signInAttempt.deleteMany({ where: { key: accountLimit(email).key } });
    emit('user.passwordChanged', { ids: [userId], details: { via: 'command line' } });
  },
});

export const setPassword = composedOperation({
  name: 'user.setPassword',
  input: SetPassword,
  allow: 'system',
  internal: 'only who has the machine sets a password without knowing the old one',
  async run(context, input) {
    const { password, ...user } = await checkNewPassword(context, input);
    return overwritePassword(context, { ...user, passwordHash: await hashPassword(password) });
  },
});
