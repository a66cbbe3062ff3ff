// Guessing is limited per account and per address; parallel guesses are counted one by one.
import type { Db, DbOrTx } from '#domain/context.ts';
import { DomainError } from '#domain/errors.ts';
import { hashToken } from '#lib/one-time-token.ts';

const windowMinutes = 15;
const perAccount = 10;
const perAddress = 30;

export interface Limit {
  key: string;
  tries: number;
}

/** The address of a person is not kept readable here: anybody may type anybody's. */
export const accountLimit = (email: string): Limit => ({
  key: `account:${hashToken(email.trim().toLowerCase())}`,
  tries: perAccount,
});
export const addressLimit = (address: string): Limit => ({ key: `address:${address}`, tries: perAddress });
export const passwordLimit = (userId: string): Limit => ({ key: `password:${userId}`, tries: perAccount });

/**
 * Counts one try against each limit, before the password is looked at: what counted only failures, afterwards, would
 * let a hundred parallel guesses through. Throws `rate_limited` with `retryAfterSeconds`, and then counts no further.
 */
export async function takeAttempt(db: Db, limits: readonly Limit[], now: Date): Promise<void> {
  const windowMs = windowMinutes * 60_000;
  const over = new Date(now.getTime() - windowMs);
  for (const { key, tries } of limits) {
    const [counted] = await db.$queryRaw<{ failures: number; windowStart: Date }[]>`
      INSERT INTO sign_in_attempt AS kept (key, failures, window_start) VALUES (${key}, 1, ${now})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN kept.window_start <= ${over} THEN 1 ELSE kept.failures + 1 END,
        window_start = CASE WHEN kept.window_start <= ${over} THEN ${now} ELSE kept.window_start END
      RETURNING failures, window_start AS "windowStart"`;
    if (counted && counted.failures > tries) {
      const waitMs = counted.windowStart.getTime() + windowMs - now.getTime();
      const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
      throw new DomainError('rate_limited', 'tooManyAttempts', {
        retryAfterSeconds,
        minutes: Math.ceil(retryAfterSeconds / 60),
      });
    }
  }
}

/** After the right password: the account starts over, the address only gets this one try back. Windows that passed go. */
export async function forgetAttempts(
  db: DbOrTx,
  { cleared, givenBack }: { cleared: readonly Limit[]; givenBack: readonly Limit[] },
  now: Date,
): Promise<void> {
  const over = new Date(now.getTime() - windowMinutes * 60_000);
  const keys = cleared.map(({ key }) => key);
  await db.$executeRaw`DELETE FROM sign_in_attempt WHERE key = ANY (${keys}) OR window_start <= ${over}`;
  for (const { key } of givenBack) {
    await db.$executeRaw`UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0) WHERE key = ${key}`;
  }
}
