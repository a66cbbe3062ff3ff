import { describe, expect, it } from 'vitest';
import { verifyPassword } from '#lib/password-hash.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { accountLimit } from './attempts.ts';
import { createUser } from './create.ts';
import { setPassword } from './set-password.ts';

const person = {
  email: 'Karin@Kansli.example',
  name: 'Karin Öst',
  role: 'manager',
  password: 'tre blå kaniner',
} as const;

describe('user.create', () => {
  it('makes an account with an argon2id hash, its address in lower case', async () => {
    const system = await testContext('system');
    const user = await createUser(system, person);
    expect(user).toMatchObject({
      email: 'karin@kansli.example',
      role: 'manager',
      locale: 'sv',
      disabledAt: null,
    });
    const account = await system.db.account.findFirstOrThrow({ where: { userId: user.id } });
    expect(account).toMatchObject({ providerId: 'credential', accountId: user.id });
    expect(account.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(account.password ?? '', person.password)).toBe(true);
    const events = await writtenEvents(system.db);
    expect(events).toMatchObject([
      { name: 'user.created', ids: [user.id], details: { role: 'manager', via: 'command line' } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/argon2|kaniner/);
  });

  it('is for the machine alone, refuses weak passwords with the reason, and a taken address', async () => {
    const system = await testContext('system');
    const admin = await testContext('admin');
    await expectRefusal(system.db, 'forbidden', () => createUser(admin, person));
    const weak = await expectRefusal(system.db, 'invalid', () =>
      createUser(system, { ...person, password: 'kort' }),
    );
    expect(weak.messageKey).toBe('passwordTooShort');
    const common = await expectRefusal(system.db, 'invalid', () =>
      createUser(system, { ...person, password: 'Sunshine2026!' }),
    );
    expect(common).toMatchObject({ messageKey: 'passwordCommon', details: { field: 'password' } });
    await expectRefusal(system.db, 'invalid', () => createUser(system, { ...person, email: 'ingen adress' }));
    await createUser(system, person);
    const taken = await expectRefusal(system.db, 'conflict', () =>
      createUser(system, { ...person, name: 'En annan' }),
    );
    expect(taken.messageKey).toBe('emailTaken');
  });
});

describe('user.setPassword', () => {
  it('is for the machine alone, for somebody who exists, and takes no weak password', async () => {
    const system = await testContext('system');
    const admin = await testContext('admin');
    const { email } = await createUser(system, person);
    await system.db.signInAttempt.create({
      data: { key: accountLimit(email).key, failures: 11, windowStart: new Date() },
    });
    const input = { email, password: 'fyra gröna harar' };
    await expectRefusal(system.db, 'forbidden', () => setPassword(admin, input));
    await expectRefusal(system.db, 'invalid', () => setPassword(system, { email, password: 'kort' }));
    const nobody = { ...input, email: 'nobody@kansli.example' };
    await expectRefusal(system.db, 'not_found', () => setPassword(system, nobody));
    await setPassword(system, input);
    expect(await system.db.signInAttempt.count()).toBe(0);
    expect((await writtenEvents(system.db)).at(-1)).toMatchObject({ name: 'user.passwordChanged' });
  });
});
