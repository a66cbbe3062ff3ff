import { describe, expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal } from '#tests/support/expect.ts';
import { disableUser } from './commands.ts';
import { listAllUsers, listUsers, readMe } from './queries.ts';
import { recordSignIn } from './sign-in.ts';

describe('user.me', () => {
  it('is the signed-in person, and nobody else', async () => {
    const manager = await testContext('manager');
    const me = await readMe(manager, {});
    expect(me).toMatchObject({ name: 'Maja Manfredsson', role: 'manager', locale: 'sv', version: 1 });
    const anonymous = await testContext('anonymous');
    await expectRefusal(manager.db, 'unauthenticated', () => readMe(anonymous, {}));
  });
});

describe('user.list', () => {
  it('gives everybody names to choose an owner from, and no more', async () => {
    const user = await testContext('user');
    const admin = await testContext('admin');
    const gone = await testContext('manager');
    if (gone.actor.type === 'user') await disableUser(admin, { id: gone.actor.id });
    const list = await listUsers(user, {});
    expect(list.map(({ name, active }) => [name, active])).toEqual([
      ['Astrid Adminsson', true],
      ['Maja Manfredsson', false],
      ['Ulla Utterberg', true],
    ]);
    expect(Object.keys(list[0] ?? {}).sort()).toEqual(['active', 'id', 'name']);
  });
});

describe('user.listAll', () => {
  it('shows administrators addresses and states, and never a password', async () => {
    const admin = await testContext('admin');
    const system = await testContext('system');
    const before = await listAllUsers(admin, {});
    expect(before).toMatchObject([
      { name: 'Astrid Adminsson', role: 'admin', disabledAt: null, lastSignInAt: null },
    ]);
    await recordSignIn(system, { id: before[0]?.id ?? '' });
    const list = await listAllUsers(admin, {});
    expect(list[0]?.lastSignInAt).toBeInstanceOf(Date);
    expect(list[0]).not.toHaveProperty('accounts');
    const manager = await testContext('manager');
    await expectRefusal(admin.db, 'forbidden', () => listAllUsers(manager, {}));
  });
});
