// Every session that is opened leaves an event, and takes the person's expired ones away.
import { command } from '#domain/operation.ts';
import { UserId } from './schema.ts';

export const recordSignIn = command({
  name: 'user.recordSignIn',
  input: UserId,
  allow: 'system',
  internal: 'called by the sign-in itself, after the password was right',
  async run({ tx, now, emit }, { id }) {
    await tx.session.deleteMany({ where: { userId: id, expiresAt: { lt: now() } } });
    emit('user.signedIn', { ids: [id] });
  },
});
