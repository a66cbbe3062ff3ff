// Every session that is opened leaves an event.
import { command } from '#domain/operation.ts';
import { UserId } from './schema.ts';

export const recordSignIn = command({
  name: 'user.recordSignIn',
  input: UserId,
  allow: 'system',
  internal: 'called by the sign-in itself, after the password was right',
  async run({ emit }, { id }) {
    emit('user.signedIn', { ids: [id] });
  },
});
