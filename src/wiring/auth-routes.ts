// The three addresses of /api/auth: in, out, and "am I still in", which also prolongs the session. Nothing else answers.

import type { z } from 'zod';
import type { Auth } from '#adapters/auth/auth.ts';
import type { Context } from '#domain/context.ts';
import { toDomainError, untilPoolKnows } from '#domain/database-errors.ts';
import { isDomainError } from '#domain/errors.ts';
import { accountLimit, addressLimit, forgetAttempts, takeAttempt } from '#domain/users/attempts.ts';
import { SignIn } from '#domain/users/schema.ts';
import { recordSignIn } from '#domain/users/sign-in.ts';
import { readAddress } from './client-address.ts';
import { comesFromElsewhere } from './request-origin.ts';

export interface AuthParts {
  auth: Auth;
  /** Acts as the system. */
  context: Context;
  baseUrl: string;
}

export type SignInRefusal =
  | 'invalid'
  | 'wrong_credentials'
  | 'disabled'
  | 'rate_limited'
  | 'wrong_address'
  | 'unavailable';

const yearS = 365 * 24 * 60 * 60;
const maxBodyBytes = 4096;

const answer = (status: number, body: object, headers: HeadersInit = {}) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

const refuse = (status: number, code: SignInRefusal, details: object = {}, headers: HeadersInit = {}) =>
  answer(status, { code, ...details }, headers);

/** All that answers below /api/auth, by method and path. */
export const authRoutes: Record<string, (request: Request, parts: AuthParts) => Promise<Response>> = {
  'POST /api/auth/sign-in/email': signIn,
  'POST /api/auth/sign-out': (request, parts) => pass(request, parts, '/sign-out'),
  'GET /api/auth/get-session': (request, parts) => pass(request, parts, '/get-session'),
};

export async function authRoute(request: Request, parts: AuthParts): Promise<Response> {
  const route = `${request.method} ${new URL(request.url).pathname}`;
  const answerTo = Object.hasOwn(authRoutes, route) ? authRoutes[route] : undefined;
  if (!answerTo) return new Response('Not Found', { status: 404 });
  try {
    return await answerTo(request, parts);
  } catch (error) {
    const known = toDomainError(error);
    if (!isDomainError(known) || known.code !== 'unavailable') throw error;
    parts.context.log.warn({ route, requestId: parts.context.requestId }, 'the database does not answer');
    return refuse(503, 'unavailable');
  }
}

async function signIn(request: Request, { auth, context, baseUrl }: AuthParts): Promise<Response> {
  if (comesFromElsewhere(request, baseUrl)) return refuse(403, 'wrong_address', { baseUrl });
  const given = await readBody(request);
  if (!given) return refuse(400, 'invalid');
  const account = accountLimit(given.email);
  const address = addressLimit(readAddress(request.headers));
  try {
    await takeAttempt(context.db, [address, account], context.now());
  } catch (error) {
    if (!(isDomainError(error) && error.code === 'rate_limited')) throw error;
    return refuse(429, 'rate_limited', error.details, {
      'retry-after': String(error.details.retryAfterSeconds),
    });
  }
  const result = await auth.handler(inner(request, baseUrl, '/sign-in/email', JSON.stringify(given)));
  const body: unknown = await result.json().catch(() => null);
  if (!result.ok) return refusalOf(result.status, body, baseUrl);

  const user = userOf(body);
  try {
    await recordSignIn(context, { id: user.id });
    await forgetAttempts(context.db, { cleared: [account], givenBack: [address] }, context.now());
  } catch (err) {
    // A session that nobody wrote down is not handed out; it ends unused.
    context.log.error({ err, requestId: context.requestId }, 'a sign-in could not be written down');
    return refuse(503, 'unavailable');
  }
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of result.headers.getSetCookie()) headers.append('set-cookie', cookie);
  const secure = baseUrl.startsWith('https://') ? '; Secure' : '';
  headers.append(
    'set-cookie',
    `kansli_locale=${user.locale}; Path=/; Max-Age=${yearS}; SameSite=Lax${secure}`,
  );
  // The session's token stays in its HttpOnly cookie; better-auth would repeat it here.
  return Response.json({ signedIn: true }, { headers });
}

async function pass(request: Request, { auth, baseUrl }: AuthParts, path: string): Promise<Response> {
  if (request.method !== 'GET' && comesFromElsewhere(request, baseUrl))
    return refuse(403, 'wrong_address', { baseUrl });
  const ask = () => auth.handler(inner(request, baseUrl, path));
  let result = await ask();
  // A reading whose connection was ended is tried once more, as everywhere.
  if (result.status >= 500 && request.method === 'GET') {
    await untilPoolKnows();
    result = await ask();
  }
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of result.headers.getSetCookie()) headers.append('set-cookie', cookie);
  if (!result.ok)
    return Response.json(
      { code: 'unavailable' },
      { status: result.status >= 500 ? 503 : result.status, headers },
    );
  const signedIn = path === '/get-session' && (await result.json().catch(() => null)) !== null;
  return Response.json({ signedIn }, { headers });
}

// Only what better-auth judges by goes on to it, under the configured address, whatever host the client named: where the
// request comes from was judged before (request-origin.ts), which takes 127.0.0.1 for localhost, as better-auth does not.
function inner(request: Request, baseUrl: string, path: string, body?: string): Request {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    const value = request.headers.get(name);
    // A sign-in needs no session; without its cookie a stale one cannot get in the way.
    if (value !== null && !(name === 'cookie' && body !== undefined)) headers.set(name, value.slice(0, 8192));
  }
  if (request.headers.has('origin')) headers.set('origin', new URL(baseUrl).origin);
  headers.set('user-agent', (headers.get('user-agent') ?? '').slice(0, 300));
  if (body !== undefined) headers.set('content-type', 'application/json');
  return new Request(`${baseUrl}/api/auth${path}`, { method: request.method, headers, body: body ?? null });
}

async function readBody(request: Request): Promise<z.output<typeof SignIn> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  try {
    return SignIn.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return null;
  }
}

function refusalOf(status: number, body: unknown, baseUrl: string): Response {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  if (code === 'ACCOUNT_DISABLED') return refuse(403, 'disabled');
  if (code === 'INVALID_ORIGIN') return refuse(403, 'wrong_address', { baseUrl });
  if (status === 401 || code === 'INVALID_EMAIL') return refuse(401, 'wrong_credentials');
  return refuse(status >= 500 ? 503 : status, status >= 500 ? 'unavailable' : 'invalid');
}

function userOf(body: unknown): { id: string; locale: 'sv' | 'en' } {
  const { user } = body as { user: { id: string; locale?: string } };
  return { id: user.id, locale: user.locale === 'en' ? 'en' : 'sv' };
}
