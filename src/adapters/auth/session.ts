// Reads a session in one statement: it stands in front of every call, where better-auth's own reading takes two queries
// through the ORM. It judges as better-auth does: signature first, then the row and its end (auth-routes.test.ts).
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import type pg from 'pg';

export interface SessionRow {
  sessionId: string;
  id: string;
  name: string;
  email: string;
  role: string;
  locale: string;
}

/** The session of a cookie header, or null: none, forged, ended, or its account is closed. */
export type ReadSession = (cookies: string | null) => Promise<SessionRow | null>;

export const sessionCookie = (baseUrl: string): string =>
  `${baseUrl.startsWith('https://') ? '__Host-' : ''}kansli_session`;

export function sessionReader(
  pool: Pick<pg.Pool, 'query'>,
  { secret, baseUrl }: { secret: string; baseUrl: string },
): ReadSession {
  const name = sessionCookie(baseUrl);
  return async (cookies) => {
    const token = tokenOf(parseCookies(cookies ?? '').get(name), secret);
    if (token === null) return null;
    const { rows } = await pool.query<SessionRow>({
      name: 'session',
      text: `SELECT s.id AS "sessionId", u.id, u.name, u.email, u.role::text AS role, u.locale
       FROM session s JOIN "user" u ON u.id = s.user_id
       WHERE s.token = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL`,
      values: [token, new Date()],
    });
    return rows[0] ?? null;
  };
}

/** The token of a cookie's value `token.signature`, when the signature (HMAC-SHA256, base64) is ours. */
function tokenOf(value: string | undefined, secret: string): string | null {
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const right = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'));
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}
