// Who takes the journeys: one account per role, made by set-up.setup.ts; each role's session is kept in a file.
import { join } from 'node:path';
import type { Role } from '#domain/permissions.ts';

export interface Account {
  name: string;
  email: string;
  password: string;
}

const password = 'Fjällräv under granen 47';

export const people: Record<Role, Account> = {
  admin: { name: 'Astrid Granlund', email: 'astrid@kansli.example', password },
  manager: { name: 'Maja Lindkvist', email: 'maja@kansli.example', password },
  user: { name: 'Ulla Sandgren', email: 'ulla@kansli.example', password },
};

/** What `npm run test:e2e` tells the journeys about the product it started. */
export function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the journeys with \`npm run test:e2e\`.`);
  return value;
}

export const sessionFile = (role: Role) => join(told('E2E_DATA_DIR'), `session-${role}.json`);

let counter = 0;

/** A word nobody else uses: journeys share a database, and may run on it again. Letters only, so that it can be searched. */
export function ownWord(): string {
  counter += 1;
  const letters = (Date.now() * 100 + counter)
    .toString()
    .replace(/\d/g, (digit) => 'bdfgklmnrs'[+digit] ?? '');
  const sounds = letters.replace(/(..)/g, '$1a');
  return sounds.charAt(0).toUpperCase() + sounds.slice(1);
}

/** An account of its own for one journey, not yet in the product. */
export function newcomer(): Account {
  const word = ownWord();
  return { name: `Nils ${word}`, email: `${word.toLowerCase()}@kansli.example`, password };
}
