import { beforeEach, describe, expect, it } from 'vitest';
import { type Auth, createAuth } from '#adapters/auth/auth.ts';
import { type ReadSession, sessionReader } from '#adapters/auth/session.ts';
import { openDatabase } from '#adapters/db/client.ts';
import type { Context } from '#domain/context.ts';
import { disableUser, updateUser } from '#domain/users/commands.ts';
import { createUser } from '#domain/users/create.ts';
import { testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { writtenEvents } from '#tests/support/expect.ts';
import { readActor } from './auth.ts';
import { authRoute } from './auth-routes.ts';
import { markAddress } from './client-address.ts';

const password = 'tre blå kaniner';
const email = 'karin@kansli.example';

let context: Context;
let auth: Auth;
let sessions: ReadSession;
let userId: string;
const baseUrl = 'https://kansli.example';

beforeEach(async () => {
  context = await testContext('system');
  auth = createAuth({ db: context.db, log: context.log, secret: 's'.repeat(32), baseUrl });
  sessions = sessionReader((await testDatabase()).pool, { secret: 's'.repeat(32), baseUrl });
  userId = (await createUser(context, { email, name: 'Karin Öst', role: 'admin', locale: 'en', password }))
    .id;
});

function call(
  method: string,
  path: string,
  body?: unknown,
  extra: Record<string, string> = {},
  from = '203.0.113.5',
) {
  const headers: Record<string, string> = { origin: baseUrl, 'content-type': 'application/json', ...extra };
  markAddress(
    { headers, socket: { remoteAddress: from } } as unknown as Parameters<typeof markAddress>[0],
    false,
  );
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return authRoute(new Request(`http://localhost:3000/api/auth${path}`, init), { auth, context, baseUrl });
}

const signIn = (given: object = { email, password }, extra = {}, from?: string) =>
  call('POST', '/sign-in/email', given, extra, from);

async function cookieOf(response: Response): Promise<string> {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('sign-in', () => {
  it('opens a session in a cookie that is bound to the host, and says nothing else', async () => {
    const response = await signIn({ email: ' KARIN@kansli.example', password });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ signedIn: true });
    const [session, locale] = response.headers.getSetCookie();
    expect(session).toMatch(
      /^__Host-kansli_session=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/i,
    );
    expect(locale).toBe('kansli_locale=en; Path=/; Max-Age=31536000; SameSite=Lax; Secure');
    const [row] = await context.db.session.findMany();
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(row?.ipAddress).toBe('');
    expect((await writtenEvents(context.db)).at(-1)).toMatchObject({ name: 'user.signedIn', ids: [userId] });
  });

  it('uses a plain cookie name on plain http, where browsers refuse the prefix', async () => {
    const local = 'http://localhost:3000';
    auth = createAuth({ db: context.db, log: context.log, secret: 's'.repeat(32), baseUrl: local });
    const request = new Request(`${local}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: local },
      body: JSON.stringify({ email, password }),
    });
    const response = await authRoute(request, { auth, context, baseUrl: local });
    expect(response.headers.getSetCookie()[0]).toMatch(/^kansli_session=(?!.*Secure)/);
  });

  it('answers a wrong password and an unknown address with the same words', async () => {
    const answers = [
      await signIn({ email, password: 'fel lösenord här' }),
      await signIn({ email: 'ingen@kansli.example', password }),
      await signIn({ email: 'inte en adress', password }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(answers.every((answer) => answer.headers.getSetCookie().length === 0)).toBe(true);
  });

  it('tells of a closed account only who knows its password', async () => {
    const admin = await testContext('admin');
    await disableUser(admin, { id: userId });
    const right = await signIn();
    expect([right.status, await right.json()]).toEqual([403, { code: 'disabled' }]);
    expect(right.headers.getSetCookie()).toEqual([]);
    expect(await (await signIn({ email, password: 'fel lösenord här' })).json()).toEqual({
      code: 'wrong_credentials',
    });
    expect(await context.db.session.count()).toBe(0);
  });

  it('stops after ten wrong passwords, also sent at once, and then even for the right one', async () => {
    const guesses = Array.from({ length: 15 }, (_, n) => signIn({ email, password: `gissning nummer ${n}` }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const right = await signIn({ email, password }, {}, '203.0.113.99');
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(await right.json()).toMatchObject({ code: 'rate_limited', minutes: 15 });
  });

  it('limits an address whatever it claims to be, and a success clears the account alone', async () => {
    for (let n = 0; n < 3; n += 1)
      await signIn({ email, password: 'fel lösenord här' }, { 'x-forwarded-for': `198.51.100.${n}` });
    await signIn();
    const rows = await context.db.signInAttempt.findMany();
    expect(rows.map(({ key, failures }) => [key, failures])).toEqual([['address:203.0.113.5', 3]]);
  });

  it('is refused from another site, with a body too large, and with fields too many', async () => {
    expect((await signIn({ email, password }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await signIn({ email, password }, { origin: 'null' })).status).toBe(403);
    expect((await signIn({ email, password: 'x'.repeat(5000) })).status).toBe(400);
    expect((await signIn({ email, password, role: 'admin' })).status).toBe(400);
    expect((await signIn([])).status).toBe(400);
    expect(await context.db.session.count()).toBe(0);
    expect(await context.db.signInAttempt.count()).toBe(0);
  });
});

describe('a sign-in at an address other than the configured one', () => {
  const signInAt = async (configured: string, opened: string, given = { email, password }) => {
    const local = createAuth({
      db: context.db,
      log: context.log,
      secret: 's'.repeat(32),
      baseUrl: configured,
    });
    const headers = { origin: opened, referer: `${opened}/sign-in`, 'sec-fetch-site': 'same-origin' };
    const body = JSON.stringify(given);
    const request = new Request(`${opened}/api/auth/sign-in/email`, { method: 'POST', headers, body });
    return authRoute(request, { auth: local, context, baseUrl: configured });
  };

  it.each([
    ['https://kansli.example', 'http://192.0.2.7:3000'],
    ['https://kansli.example', 'http://kansli.example'],
    ['http://localhost:3000', 'http://localhost:4000'],
  ])('names %s to who opened %s, and counts no try', async (configured, opened) => {
    const refused = await signInAt(configured, opened);
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { code: 'wrong_address', baseUrl: configured },
    ]);
    expect(await context.db.signInAttempt.count()).toBe(0);
  });

  it.each(['http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'opens a session at %s, which is the same machine',
    async (opened) => {
      const response = await signInAt('http://localhost:3000', opened);
      expect([response.status, await response.json()]).toEqual([200, { signedIn: true }]);
      const wrong = await signInAt('http://localhost:3000', opened, { email, password: 'fel lösenord här' });
      expect(await wrong.json()).toEqual({ code: 'wrong_credentials' });
    },
  );
});

describe('a sign-in that cannot be written down', () => {
  it('opens nothing and says so', async () => {
    const { pool } = await testDatabase();
    await pool.query('ALTER TABLE event RENAME TO event_away');
    try {
      const response = await signIn();
      expect([response.status, await response.json()]).toEqual([503, { code: 'unavailable' }]);
      expect(response.headers.getSetCookie()).toEqual([]);
    } finally {
      await pool.query('ALTER TABLE event_away RENAME TO event');
    }
    expect((await signIn()).status).toBe(200);
  });
});

describe('a session', () => {
  it('makes its owner the actor, with the role as it is now', async () => {
    const cookie = await cookieOf(await signIn());
    const headers = new Headers({ cookie });
    expect(await readActor(headers, sessions)).toMatchObject({ type: 'user', id: userId, role: 'admin' });
    await testContext('admin');
    await updateUser(context, { id: userId, version: 1, role: 'user' });
    expect(await readActor(headers, sessions)).toMatchObject({ type: 'user', role: 'user' });
    await context.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await readActor(headers, sessions)).toEqual({ type: 'anonymous' });
  });

  it('is not believed when forged, unsigned, signed by another or expired', async () => {
    const cookie = await cookieOf(await signIn());
    const [name = '', value = ''] = cookie.split('=');
    const token = decodeURIComponent(value).split('.')[0];
    const { pool } = await testDatabase();
    const stranger = sessionReader(pool, { secret: 'x'.repeat(32), baseUrl });
    const anonymous = { type: 'anonymous' };
    expect(await readActor(new Headers({ cookie: `${name}=${token}` }), sessions)).toEqual(anonymous);
    expect(await readActor(new Headers({ cookie: `${cookie}x` }), sessions)).toEqual(anonymous);
    expect(await readActor(new Headers({ cookie }), stranger)).toEqual(anonymous);
    expect(await readActor(new Headers({ authorization: `Bearer ${token}` }), sessions)).toEqual(anonymous);
    await context.db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await readActor(new Headers({ cookie }), sessions)).toEqual(anonymous);
  });

  it('is prolonged a day into its life, and ended by signing out', async () => {
    const cookie = await cookieOf(await signIn());
    const asked = await call('GET', '/get-session', undefined, { cookie });
    expect([await asked.json(), asked.headers.getSetCookie()]).toEqual([{ signedIn: true }, []]);
    const dayMs = 86_400_000;
    await context.db.session.updateMany({ data: { expiresAt: new Date(Date.now() + 12.5 * dayMs) } });
    const prolonged = await call('GET', '/get-session', undefined, { cookie });
    expect(prolonged.headers.getSetCookie()[0]).toMatch(/^__Host-kansli_session=.*Max-Age=1209600/);
    const [row] = await context.db.session.findMany();
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13.9 * dayMs);

    expect((await call('POST', '/sign-out', {}, { cookie, origin: 'https://evil.example' })).status).toBe(
      403,
    );
    const out = await call('POST', '/sign-out', {}, { cookie });
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-kansli_session=;.*Max-Age=0/);
    expect(await context.db.session.count()).toBe(0);
    expect(await (await call('GET', '/get-session', undefined, { cookie })).json()).toEqual({
      signedIn: false,
    });
  });
});

describe('every other door', () => {
  it('of better-auth is closed, in the route and in better-auth itself', async () => {
    const open = ['/sign-in/email', '/sign-out', '/get-session'];
    const endpoints = Object.values(auth.api) as unknown as { path?: string }[];
    const paths = endpoints
      .map(({ path }) => path)
      .filter((path) => path !== undefined && !open.includes(path));
    expect(paths.length).toBeGreaterThan(20);
    const cookie = await cookieOf(await signIn());
    for (const path of paths as string[]) {
      for (const method of ['GET', 'POST']) {
        expect((await call(method, path, method === 'POST' ? {} : undefined, { cookie })).status, path).toBe(
          404,
        );
        const direct = new Request(`${baseUrl}/api/auth${path}`, {
          method,
          headers: { cookie, origin: baseUrl },
        });
        expect((await auth.handler(direct)).status, path).toBe(404);
      }
    }
  });
});

describe('without a database', () => {
  it('says that it does not answer, at sign-in and for who is signed in', async () => {
    const cookie = await cookieOf(await signIn());
    const nowhere = openDatabase('postgresql://nobody@127.0.0.1:1/none', { max: 1 });
    context = { ...context, db: nowhere.db };
    auth = createAuth({ db: nowhere.db, log: context.log, secret: 's'.repeat(32), baseUrl });
    for (const answer of [await signIn(), await call('GET', '/get-session', undefined, { cookie })])
      expect([answer.status, await answer.json()]).toEqual([503, { code: 'unavailable' }]);
    await nowhere.close();
  });
});
