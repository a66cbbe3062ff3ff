import { describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { verifyPassword } from '#lib/password-hash.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { untilBlocked } from '#tests/support/locks.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { disableUser } from './commands.ts';
import { createUser } from './create.ts';
import { createPasswordLink, inviteUser, listInvitations, revokeInvitation } from './invitations.ts';

const guest = { email: 'Nils@kansli.example', name: 'Nils Ek', role: 'manager' } as const;
const password = 'tre blå kaniner';
const tokenOf = (path: string): string => new URL(path, 'http://x').searchParams.get('token') ?? '';

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
