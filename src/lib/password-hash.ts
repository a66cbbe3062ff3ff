// argon2id with 64 MiB and three passes: about 60 ms here, which is nothing to a person and much to who tries millions.
import { type Algorithm, hash, verify } from '@node-rs/argon2';

// The enum is declared const, which a compiler that only strips types cannot read.
const argon2id = 2 as Algorithm.Argon2id;
const cost = { algorithm: argon2id, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** A PHC string that carries its own salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/** False also for a text that is no hash at all. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password.normalize('NFC'));
  } catch {
    return false;
  }
}
