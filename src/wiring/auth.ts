// Who is calling: the one place where a cookie becomes an actor.
import { type Auth, createAuth } from '#adapters/auth/auth.ts';
import { type ReadSession, sessionReader } from '#adapters/auth/session.ts';
import type { Actor } from '#domain/context.ts';
import { readSafely } from '#domain/database-errors.ts';
import { type Role, roles } from '#domain/permissions.ts';
import { runtime } from './context.ts';
import { env } from './env.ts';
import { logger } from './logger.ts';

let made: Auth | undefined;
let reader: ReadSession | undefined;

function readSession(): ReadSession {
  const { KANSLI_SECRET: secret, KANSLI_BASE_URL: baseUrl } = env();
  reader ??= sessionReader(runtime().database.pool, { secret, baseUrl });
  return reader;
}

export function auth(): Auth {
  made ??= createAuth({
    db: runtime().database.db,
    log: logger('auth'),
    secret: env().KANSLI_SECRET,
    baseUrl: env().KANSLI_BASE_URL,
  });
  return made;
}

export interface SignedIn {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: 'sv' | 'en';
  sessionId: string;
}

const isRole = (value: string): value is Role => (roles as readonly string[]).includes(value);

/** Reads only: the session's life is prolonged by the route that may set the cookie anew (auth-routes.ts). */
export async function readSignedIn(headers: Headers, read = readSession()): Promise<SignedIn | null> {
  const found = await readSafely(() => read(headers.get('cookie')));
  if (!found || !isRole(found.role)) return null;
  return { ...found, role: found.role, locale: found.locale === 'en' ? 'en' : 'sv' };
}

/** Role and closing are read with each request, so a change holds from the next one. */
export async function readActor(headers: Headers, read?: ReadSession): Promise<Actor> {
  if (!headers.has('cookie')) return { type: 'anonymous' };
  const user = await readSignedIn(headers, read);
  if (!user) return { type: 'anonymous' };
  const { id, name, role, sessionId } = user;
  return { type: 'user', id, name, role, sessionId };
}
