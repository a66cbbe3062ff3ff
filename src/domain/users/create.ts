// An account made on the command line, by who has the machine.
import { z } from 'zod';
import { command, query } from '#domain/operation.ts';
import { hashPassword } from '#lib/password-hash.ts';
import { composedOperation } from './composed-operation.ts';
import { checkPassword, createAccount, refuseTakenEmail } from './records.ts';
import { CreateUser, type UserCreated } from './schema.ts';

const checkNewUser = query({
  name: 'user.checkNew',
  input: CreateUser,
  allow: 'system',
  internal: 'first step of user.create',
  async run({ db }, person) {
    await checkPassword(person.password, [person.name, person.email]);
    await refuseTakenEmail(db, person.email);
    return person;
  },
});

const storeUser = command({
  name: 'user.store',
  input: CreateUser.omit({ password: true }).extend({ passwordHash: z.string().max(300) }),
  allow: 'system',
  internal: 'last step of user.create',
  async run({ tx, emit }, account) {
    const user = await createAccount(tx, account);
    const details: UserCreated = { role: user.role, via: 'command line' };
    emit('user.created', { ids: [user.id], details: { ...details } });
    return user;
  },
});

export const createUser = composedOperation({
  name: 'user.create',
  input: CreateUser,
  allow: 'system',
  internal: 'only who has the machine makes accounts without an invitation',
  async run(context, input) {
    const { password, ...person } = await checkNewUser(context, input);
    return storeUser(context, { ...person, passwordHash: await hashPassword(password) });
  },
});
