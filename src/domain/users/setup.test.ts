import { describe, expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { UserCreated } from './schema.ts';
import { completeSetup, ensureSetupLink, readSetup } from './setup.ts';

const first = { email: 'karin@kansli.example', name: 'Karin Öst', password: 'tre blå kaniner' };

async function withLink() {
  const system = await testContext('system');
  const anonymous = await testContext('anonymous');
  const link = await ensureSetupLink(system, {});
  const token = new URL(link?.path ?? '', 'http://x').searchParams.get('token') ?? '';
  return { system, anonymous, db: system.db, token };
}

describe('the set-up', () => {
  it('makes the first administrator and says whether the sample is wanted', async () => {
    const { system, anonymous, db, token } = await withLink();
    expect(await readSetup(anonymous, { token })).toEqual({ needed: true, open: true });
    await completeSetup(anonymous, { ...first, token, loadSample: true });
    expect(await db.user.findMany()).toMatchObject([{ email: first.email, role: 'admin' }]);
    const [event] = await writtenEvents(db);
    expect(event?.name).toBe('user.created');
    expect(UserCreated.parse(event?.details)).toEqual({ role: 'admin', via: 'setup', loadSample: true });
    expect(await readSetup(anonymous, { token })).toEqual({ needed: false, open: false });
    expect(await ensureSetupLink(system, {})).toBeNull();
    expect(await db.setting.count()).toBe(0);
  });

  it('of eight who use the link at once one becomes administrator', async () => {
    const { anonymous, db, token } = await withLink();
    const all = Array.from({ length: 8 }, (_, n) =>
      completeSetup(anonymous, { ...first, email: `a${n}@kansli.example`, token }),
    );
    const states = (await Promise.allSettled(all)).map(({ status }) => status);
    expect(states.filter((status) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.user.count()).toBe(1);
  });

  it('takes no other, older or late link, and keeps only the hash', async () => {
    const { system, anonymous, db, token } = await withLink();
    expect(JSON.stringify(await db.setting.findMany())).not.toContain(token);
    await expectRefusal(db, 'not_found', () => completeSetup(anonymous, { ...first, token: 'gissat' }));
    const late = { ...anonymous, now: () => new Date(Date.now() + 8 * 86_400_000) };
    await expectRefusal(db, 'not_found', () => completeSetup(late, { ...first, token }));
    await ensureSetupLink(system, {});
    await expectRefusal(db, 'not_found', () => completeSetup(anonymous, { ...first, token }));
    expect(await readSetup(anonymous, { token })).toEqual({ needed: true, open: false });
    expect(await readSetup(anonymous, {})).toEqual({ needed: true, open: false });
  });

  it('is over as soon as somebody exists, also with a link that was good', async () => {
    const { anonymous, db, token } = await withLink();
    await testContext('user');
    const error = await expectRefusal(db, 'conflict', () => completeSetup(anonymous, { ...first, token }));
    expect(error.messageKey).toBe('setupDone');
  });

  it('takes no weak password, and nobody but the machine makes the link', async () => {
    const { anonymous, db, token } = await withLink();
    const weak = { ...first, token, password: 'karin@kansli.example' };
    expect((await expectRefusal(db, 'invalid', () => completeSetup(anonymous, weak))).messageKey).toBe(
      'passwordPersonal',
    );
    const admin = await testContext('admin');
    await expectRefusal(db, 'unauthenticated', () => ensureSetupLink(anonymous, {}));
    await expectRefusal(db, 'forbidden', () => ensureSetupLink(admin, {}));
  });
});
