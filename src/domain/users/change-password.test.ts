import { describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { verifyPassword } from '#lib/password-hash.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { changePassword } from './change-password.ts';
import { createUser } from './create.ts';

const old = 'tre blå kaniner';
const fresh = 'fyra gröna harar';

async function signedIn(): Promise<{ context: Context; id: string; sessions: string[] }> {
  const system = await testContext('system');
  const person = { email: 'karin@kansli.example', name: 'Karin Öst', role: 'user', password: old } as const;
  const { id, name, role } = await createUser(system, person);
  const sessions = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await system.db.session.createMany({
    data: sessions.map((session) => ({
      id: session,
      token: session,
      userId: id,
      expiresAt: new Date(Date.now() + 1e6),
    })),
  });
  const actor = { type: 'user' as const, id, name, role, sessionId: sessions[0] };
  return { context: { ...system, actor }, id, sessions };
}

describe('user.changePassword', () => {
  it('replaces the hash and ends the other sessions', async () => {
    const { context, id, sessions } = await signedIn();
    const result = await changePassword(context, { currentPassword: old, newPassword: fresh });
    expect(result).toEqual({ sessionsEnded: 2, signedOut: false });
    const account = await context.db.account.findFirstOrThrow({ where: { userId: id } });
    expect(await verifyPassword(account.password ?? '', fresh)).toBe(true);
    expect((await context.db.session.findMany()).map((session) => session.id)).toEqual([sessions[0]]);
    const events = await writtenEvents(context.db);
    expect(events.at(-1)).toMatchObject({ name: 'user.passwordChanged', ids: [id], actorId: id });
    expect(JSON.stringify(events)).not.toMatch(/argon2|kaniner|harar/);
  });

  it('refuses a weak or an unchanged new password, and who is not signed in', async () => {
    const { context } = await signedIn();
    const change = (currentPassword: string, newPassword: string) => () =>
      changePassword(context, { currentPassword, newPassword });
    expect((await expectRefusal(context.db, 'invalid', change(old, 'kort'))).messageKey).toBe(
      'passwordTooShort',
    );
    expect((await expectRefusal(context.db, 'invalid', change(old, old))).messageKey).toBe('samePassword');
    const anonymous = await testContext('anonymous');
    const input = { currentPassword: old, newPassword: fresh };
    await expectRefusal(context.db, 'unauthenticated', () => changePassword(anonymous, input));
  });

  it('lets ten of fourteen guesses at the old password through, at once, and then says when to come back', async () => {
    const { context, id } = await signedIn();
    const guesses = Array.from({ length: 14 }, () =>
      changePassword(context, { currentPassword: 'en gissning till', newPassword: fresh }),
    );
    const codes = (await Promise.allSettled(guesses)).map(
      (guess) => guess.status === 'rejected' && guess.reason.messageKey,
    );
    expect(codes.filter((code) => code === 'wrongPassword')).toHaveLength(10);
    expect(codes.filter((code) => code === 'tooManyAttempts')).toHaveLength(4);
    const account = await context.db.account.findFirstOrThrow({ where: { userId: id } });
    expect(await verifyPassword(account.password ?? '', old)).toBe(true);
  });

  it('of two changes at once one is made', async () => {
    const { context } = await signedIn();
    const both = ['fyra gröna harar', 'fem gula räkor'].map((newPassword) =>
      changePassword(context, { currentPassword: old, newPassword }),
    );
    const states = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(states.sort()).toEqual(['fulfilled', 'rejected']);
  });
});
