import { describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { verifyPassword } from '#lib/password-hash.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { untilBlocked } from '#tests/support/locks.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { disableUser } from './commands.ts';
import { createUser } from './create.ts';
import { createPasswordLink, inviteUser, listInvitations, revokeInvitation } from './invitations.ts';
import { setPassword } from './set-password.ts';

const guest = { email: 'Nils@kansli.example', name: 'Nils Ek', role: 'manager' } as const;
const password = 'tre blå kaniner';
const tokenOf = (path: string): string => new URL(path, 'http://x').searchParams.get('token') ?? '';

/** The tokens of those links that still open something. */
async function living(anonymous: Context, made: readonly { path: string }[]): Promise<string[]> {
  const tokens = made.map(({ path }) => tokenOf(path));
  const read = await Promise.allSettled(tokens.map((token) => readInvitation(anonymous, { token })));
  return tokens.filter((_, index) => read[index]?.status === 'fulfilled');
}

async function invited(): Promise<{ admin: Context; anonymous: Context; id: string; token: string }> {
  const admin = await testContext('admin');
  const anonymous = await testContext('anonymous');
  const { id, path } = await inviteUser(admin, guest);
  return { admin, anonymous, id, token: tokenOf(path) };
}

describe('invitation.create', () => {
  it('keeps only the hash of the link, which works for seven days', async () => {
    const { admin, id, token } = await invited();
    expect(token).toMatch(/^[\w-]{43}$/);
    const row = await admin.db.invitation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ email: 'nils@kansli.example', role: 'manager', acceptedAt: null });
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(Math.round((row.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(7);
    const events = await writtenEvents(admin.db);
    expect(events).toMatchObject([{ name: 'invitation.created', ids: [id] }]);
    expect(JSON.stringify(events)).not.toContain(token);
  });

  it('of two links for one address only the newest works', async () => {
    const { admin, anonymous, token } = await invited();
    const again = await inviteUser(admin, guest);
    await expectRefusal(admin.db, 'not_found', () => readInvitation(anonymous, { token }));
    expect(await readInvitation(anonymous, { token: tokenOf(again.path) })).toMatchObject({
      name: 'Nils Ek',
    });
    expect(await listInvitations(admin, {})).toMatchObject([
      { id: again.id, expired: false, purpose: 'account' },
    ]);
  });

  it('of eight made at once for one address one works', async () => {
    const admin = await testContext('admin');
    const anonymous = await testContext('anonymous');
    const made = await Promise.all(Array.from({ length: 8 }, () => inviteUser(admin, guest)));
    expect(await living(anonymous, made)).toHaveLength(1);
    expect(await listInvitations(admin, {})).toHaveLength(1);
    expect(await writtenEvents(admin.db)).toHaveLength(8);
  });

  it('the database itself keeps a second open link out', async () => {
    const { admin } = await invited();
    const { id: _, ...row } = await admin.db.invitation.findFirstOrThrow();
    const second = { ...row, id: crypto.randomUUID(), tokenHash: 'another' };
    await expect(admin.db.invitation.create({ data: second })).rejects.toThrow('Unique constraint');
  });

  it('ends when the account is made in another way', async () => {
    const { anonymous, token } = await invited();
    await createUser(await testContext('system'), { ...guest, password });
    await expectRefusal(anonymous.db, 'not_found', () => readInvitation(anonymous, { token }));
  });

  it('is for administrators, and not for somebody who has an account', async () => {
    const { admin, id } = await invited();
    const manager = await testContext('manager');
    await expectRefusal(admin.db, 'forbidden', () => inviteUser(manager, guest));
    await expectRefusal(admin.db, 'forbidden', () => listInvitations(manager, {}));
    await expectRefusal(admin.db, 'forbidden', () => revokeInvitation(manager, { id }));
    const { email } = await admin.db.user.findFirstOrThrow();
    expect(
      (await expectRefusal(admin.db, 'conflict', () => inviteUser(admin, { ...guest, email }))).messageKey,
    ).toBe('emailTaken');
    await expectRefusal(admin.db, 'invalid', () => inviteUser(admin, { ...guest, role: 'owner' as 'user' }));
  });
});

describe('invitation.accept', () => {
  it('makes the account that was offered, once', async () => {
    const { admin, anonymous, token } = await invited();
    expect(await readInvitation(anonymous, { token })).toEqual({
      email: 'nils@kansli.example',
      name: 'Nils Ek',
      purpose: 'account',
    });
    await acceptInvitation(anonymous, { token, name: 'Nils A Ek', locale: 'en', password });
    const user = await admin.db.user.findUniqueOrThrow({ where: { email: 'nils@kansli.example' } });
    expect(user).toMatchObject({ name: 'Nils A Ek', role: 'manager', locale: 'en' });
    expect((await writtenEvents(admin.db)).at(-1)).toMatchObject({
      name: 'user.created',
      actorType: 'anonymous',
      details: { via: 'invitation', role: 'manager' },
    });
    expect(await listInvitations(admin, {})).toEqual([]);
    await expectRefusal(admin.db, 'not_found', () => acceptInvitation(anonymous, { token, password }));
  });

  it('of eight at once one is let in', async () => {
    const { admin, anonymous, token } = await invited();
    const all = Array.from({ length: 8 }, () => acceptInvitation(anonymous, { token, password }));
    const states = (await Promise.allSettled(all)).map(({ status }) => status);
    expect(states.filter((status) => status === 'fulfilled')).toHaveLength(1);
    expect(await admin.db.user.count()).toBe(2);
  });

  it('unknown, revoked and expired links answer alike; the role cannot be chosen', async () => {
    const { admin, anonymous, id, token } = await invited();
    const late = { ...anonymous, now: () => new Date(Date.now() + 8 * 86_400_000) };
    const dead = [
      await expectRefusal(admin.db, 'not_found', () => acceptInvitation(anonymous, { token: 'x', password })),
      await expectRefusal(admin.db, 'not_found', () => acceptInvitation(late, { token, password })),
    ];
    const extra = { token, password, role: 'admin' };
    await expectRefusal(admin.db, 'invalid', () => acceptInvitation(anonymous, extra));
    const weak = () => acceptInvitation(anonymous, { token, password: 'Nils Ek Nils Ek' });
    expect((await expectRefusal(admin.db, 'invalid', weak)).messageKey).toBe('passwordPersonal');
    await revokeInvitation(admin, { id });
    dead.push(
      await expectRefusal(admin.db, 'not_found', () => acceptInvitation(anonymous, { token, password })),
    );
    expect(new Set(dead.map(({ message }) => message)).size).toBe(1);
    expect((await writtenEvents(admin.db)).at(-1)).toMatchObject({ name: 'invitation.revoked', ids: [id] });
    await expectRefusal(admin.db, 'not_found', () => revokeInvitation(admin, { id }));
  });
});

describe('invitation.createPasswordLink', () => {
  it('opens a new password once, ends all sessions and forgives earlier tries', async () => {
    const admin = await testContext('admin');
    const anonymous = await testContext('anonymous');
    const system = await testContext('system');
    const user = await createUser(system, { ...guest, password });
    await admin.db.session.create({
      data: { id: crypto.randomUUID(), token: 'a', userId: user.id, expiresAt: new Date(Date.now() + 1e6) },
    });
    const token = tokenOf((await createPasswordLink(admin, { id: user.id })).path);
    expect(await readInvitation(anonymous, { token })).toMatchObject({ purpose: 'password' });
    await acceptInvitation(anonymous, { token, password: 'fyra gröna harar' });
    const account = await admin.db.account.findFirstOrThrow({ where: { userId: user.id } });
    expect(await verifyPassword(account.password ?? '', 'fyra gröna harar')).toBe(true);
    expect(await admin.db.session.count()).toBe(0);
    expect((await writtenEvents(admin.db)).at(-1)).toMatchObject({
      name: 'user.passwordChanged',
      ids: [user.id],
    });
    await expectRefusal(admin.db, 'not_found', () => acceptInvitation(anonymous, { token, password }));
  });

  it('of eight made at once one works, and using it ends all', async () => {
    const admin = await testContext('admin');
    const anonymous = await testContext('anonymous');
    const { id } = await createUser(await testContext('system'), { ...guest, password });
    const made = await Promise.all(Array.from({ length: 8 }, () => createPasswordLink(admin, { id })));
    const [alive = '', ...others] = await living(anonymous, made);
    expect(others).toEqual([]);
    await acceptInvitation(anonymous, { token: alive, password: 'fyra gröna harar' });
    expect(await living(anonymous, made)).toEqual([]);
  });

  it('ends when the person changes the password, or who has the machine does', async () => {
    const admin = await testContext('admin');
    const anonymous = await testContext('anonymous');
    const system = await testContext('system');
    const { id, name, role, email } = await createUser(system, { ...guest, password });
    const first = await createPasswordLink(admin, { id });
    const oneself = { ...system, actor: { type: 'user' as const, id, name, role } };
    await changePassword(oneself, { currentPassword: password, newPassword: 'fyra gröna harar' });
    const second = await createPasswordLink(admin, { id });
    await setPassword(system, { email, password: 'fem gula räkor' });
    expect(await living(anonymous, [first, second])).toEqual([]);
    expect(await listInvitations(admin, {})).toEqual([]);
  });

  it('a link of somebody else stays when a password is changed', async () => {
    const { anonymous, token } = await invited();
    const system = await testContext('system');
    await createUser(system, { ...guest, email: 'karin@kansli.example', password });
    await setPassword(system, { email: 'karin@kansli.example', password: 'fem gula räkor' });
    expect(await readInvitation(anonymous, { token })).toMatchObject({ purpose: 'account' });
  });

  it('of two who come at the same moment one chooses the password', async () => {
    const admin = await testContext('admin');
    const anonymous = await testContext('anonymous');
    const user = await createUser(await testContext('system'), { ...guest, password });
    const token = tokenOf((await createPasswordLink(admin, { id: user.id })).path);
    let both: Promise<unknown>[] = [];
    await admin.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id::text FROM invitation FOR UPDATE`;
      both = ['fyra gröna harar', 'fem gula räkor'].map((chosen) =>
        acceptInvitation(anonymous, { token, password: chosen }),
      );
      await untilBlocked(admin.db, both, 2);
    });
    const states = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(states.sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('dies with the account it belongs to, and is for administrators', async () => {
    const admin = await testContext('admin');
    const manager = await testContext('manager');
    const anonymous = await testContext('anonymous');
    const id = manager.actor.type === 'user' ? manager.actor.id : '';
    await expectRefusal(admin.db, 'forbidden', () => createPasswordLink(manager, { id }));
    const token = tokenOf((await createPasswordLink(admin, { id })).path);
    await disableUser(admin, { id });
    await expectRefusal(admin.db, 'not_found', () => readInvitation(anonymous, { token }));
    await expectRefusal(admin.db, 'conflict', () => createPasswordLink(admin, { id }));
  });
});
