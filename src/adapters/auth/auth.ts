// Sign-in with better-auth, cut down to what the product uses: a password opens a session, a session is read and ended.
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Log } from '#domain/context.ts';
import { hashPassword, verifyPassword } from '#lib/password-hash.ts';
import { sessionCookie } from './session.ts';

const dayS = 24 * 60 * 60;

/** Everything else that better-auth would answer. Accounts come from the set-up, an invitation or the command line. */
const closedPaths = [
  '/sign-up/email',
  '/sign-in/social',
  '/callback/:id',
  '/reset-password',
  '/reset-password/:token',
  '/request-password-reset',
  '/verify-password',
  '/verify-email',
  '/send-verification-email',
  '/change-email',
  '/change-password',
  '/set-password',
  '/update-session',
  '/update-user',
  '/delete-user',
  '/delete-user/callback',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/link-social',
  '/list-accounts',
  '/unlink-account',
  '/refresh-token',
  '/get-access-token',
  '/account-info',
  '/ok',
  '/error',
];

export function createAuth({
  db,
  log,
  secret,
  baseUrl,
}: {
  db: Db;
  log: Log;
  secret: string;
  baseUrl: string;
}) {
  const secure = baseUrl.startsWith('https://');
  const cookie = (name: string) => ({
    name: `${secure ? '__Host-' : ''}kansli_${name}`,
    attributes: { secure },
  });
  return betterAuth({
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [new URL(baseUrl).origin],
    database: prismaAdapter(db, { provider: 'postgresql' }),
    disabledPaths: closedPaths,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Old passwords must open the door whatever the rule for new ones says.
      minPasswordLength: 1,
      maxPasswordLength: 500,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: 14 * dayS, updateAge: dayS, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true },
        locale: { type: 'string', input: false, required: true },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    // Its own limiter counts per address only; domain/users/attempts.ts counts per account as well.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          // Asked after the password: only the person whose account it is learns that it is closed.
          before: async ({ userId }) => {
            const user = await db.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
            if (!user || user.disabledAt) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' });
          },
        },
      },
    },
    advanced: {
      database: { generateId: () => uuidv7() },
      useSecureCookies: false,
      cookiePrefix: 'kansli',
      cookies: {
        session_token: { ...cookie('session'), name: sessionCookie(baseUrl) },
        session_data: cookie('session_data'),
        dont_remember: cookie('dont_remember'),
      },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      // Sessions need no address, so none is kept.
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      level: 'error',
      log: (_level, message) => log.error({ part: 'better-auth' }, message),
    },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;
