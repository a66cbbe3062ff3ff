// Links that open something once: 256 random bits in the link, and only their hash in the database.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const newToken = (): string => randomBytes(32).toString('base64url');

/** No salt and no slow hash: 256 random bits cannot be guessed from their hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Takes as long for a wrong token as for the right one. */
export function isToken(token: string, tokenHash: string): boolean {
  const [given, kept] = [Buffer.from(hashToken(token)), Buffer.from(tokenHash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
