import { describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { untilBlocked } from '#tests/support/locks.ts';
import { disableUser, enableUser, setLocale, updateProfile, updateUser } from './commands.ts';
import { keepAnAdmin } from './records.ts';

const idOf = ({ actor }: Context): string => (actor.type === 'user' ? actor.id : '');

async function addSession({ db }: Context, userId: string) {
  const expiresAt = new Date(Date.now() + 86_400_000);
  await db.session.create({
    data: { id: crypto.randomUUID(), token: crypto.randomUUID(), userId, expiresAt },
  });
}

describe('user.update', () => {
  it('changes name, role and language, and says what was before', async () => {
    const admin = await testContext('admin');
    const user = await testContext('user');
    const after = await updateUser(admin, {
      id: idOf(user),
      version: 1,
      name: ' Ulla Ny ',
      role: 'manager',
      locale: 'en',
    });
    expect(after).toMatchObject({ name: 'Ulla Ny', role: 'manager', locale: 'en', version: 2 });
    expect(await writtenEvents(admin.db)).toMatchObject([
      {
        name: 'user.updated',
        ids: [idOf(user)],
        actorId: idOf(admin),
        details: { before: { role: 'user', locale: 'sv' }, after: { role: 'manager', locale: 'en' } },
      },
    ]);
  });

  it('refuses a save from an older version with the values that are saved, by whom and when', async () => {
    const admin = await testContext('admin');
    const colleague = await testContext('admin');
    await updateProfile(colleague, { name: 'Kajsa Kollega' });
    const id = idOf(await testContext('user'));
    await updateUser(colleague, { id, version: 1, name: 'Först' });
    const error = await expectRefusal(admin.db, 'conflict', () =>
      updateUser(admin, { id, version: 1, name: 'Sedan' }),
    );
    expect(error.details).toMatchObject({
      version: 2,
      current: { name: 'Först' },
      last: { by: 'Kajsa Kollega', at: expect.any(Date) },
    });
  });

  it('is for administrators, and knows no unknown fields or ids', async () => {
    const admin = await testContext('admin');
    const manager = await testContext('manager');
    const user = await testContext('user');
    const id = idOf(user);
    await expectRefusal(admin.db, 'forbidden', () => updateUser(manager, { id, version: 1, role: 'admin' }));
    await expectRefusal(admin.db, 'forbidden', () => updateUser(user, { id, version: 1, role: 'admin' }));
    const foreign = { id: crypto.randomUUID(), version: 1, name: 'X' };
    await expectRefusal(admin.db, 'not_found', () => updateUser(admin, foreign));
    const extra = { id, version: 1, disabledAt: null };
    await expectRefusal(admin.db, 'invalid', () => updateUser(admin, extra));
    await expectRefusal(admin.db, 'invalid', () => updateUser(admin, { id, version: 1, name: ' ' }));
  });

  it('never demotes the last active administrator, also when two do it to each other at once', async () => {
    const one = await testContext('admin');
    const other = await testContext('admin');
    let second: Promise<unknown> = Promise.resolve();
    await one.db.$transaction(async (tx) => {
      await keepAnAdmin(tx, idOf(other));
      second = updateUser(other, { id: idOf(one), version: 1, role: 'user' }).then(
        () => 'demoted',
        (error) => error.messageKey,
      );
      await untilBlocked(one.db, [second]);
      await tx.user.update({ where: { id: idOf(other) }, data: { role: 'user' } });
    });
    expect(await second).toBe('lastAdmin');
    expect(await one.db.user.count({ where: { role: 'admin' } })).toBe(1);
  });
});

describe('user.disable and user.enable', () => {
  it('closes an account, its sessions and its open links, and opens it again', async () => {
    const admin = await testContext('admin');
    const second = await testContext('admin');
    const id = idOf(second);
    await addSession(admin, id);
    await admin.db.invitation.create({
      data: {
        id: crypto.randomUUID(),
        email: 'ny@kansli.example',
        name: 'Ny',
        role: 'admin',
        tokenHash: 'x',
        expiresAt: new Date(Date.now() + 86_400_000),
        createdById: id,
      },
    });
    const closed = await disableUser(admin, { id });
    expect(closed.disabledAt).not.toBeNull();
    expect(await admin.db.session.count()).toBe(0);
    expect(await admin.db.invitation.count()).toBe(0);
    await expectRefusal(admin.db, 'conflict', () => disableUser(admin, { id }));
    expect((await enableUser(admin, { id })).disabledAt).toBeNull();
    await expectRefusal(admin.db, 'conflict', () => enableUser(admin, { id }));
    expect((await writtenEvents(admin.db)).map(({ name }) => name)).toEqual([
      'user.disabled',
      'user.enabled',
    ]);
  });

  it('is not for oneself, and not for lesser roles', async () => {
    const admin = await testContext('admin');
    const manager = await testContext('manager');
    expect(
      (await expectRefusal(admin.db, 'conflict', () => disableUser(admin, { id: idOf(admin) }))).messageKey,
    ).toBe('notYourself');
    await expectRefusal(admin.db, 'forbidden', () => disableUser(manager, { id: idOf(admin) }));
    await expectRefusal(admin.db, 'forbidden', () => enableUser(manager, { id: idOf(admin) }));
  });

  it('never closes the last active administrator', async () => {
    const system = await testContext('system');
    const admin = await testContext('admin');
    const error = await expectRefusal(system.db, 'conflict', () => disableUser(system, { id: idOf(admin) }));
    expect(error.messageKey).toBe('lastAdmin');
  });
});

describe('one’s own profile', () => {
  it('takes a name and a language from everybody about themselves', async () => {
    const user = await testContext('user');
    expect(await updateProfile(user, { name: 'Ulla Öst' })).toEqual({ name: 'Ulla Öst', locale: 'sv' });
    expect(await setLocale(user, { locale: 'en' })).toEqual({ name: 'Ulla Öst', locale: 'en' });
    expect((await writtenEvents(user.db)).map(({ name }) => name)).toEqual(['user.updated', 'user.updated']);
  });

  it('refuses who is not signed in, and what is no language', async () => {
    const anonymous = await testContext('anonymous');
    const user = await testContext('user');
    await expectRefusal(user.db, 'unauthenticated', () => setLocale(anonymous, { locale: 'en' }));
    await expectRefusal(user.db, 'unauthenticated', () => updateProfile(anonymous, { name: 'X' }));
    await expectRefusal(user.db, 'invalid', () => setLocale(user, { locale: 'de' as 'en' }));
  });
});
