// Contexts for tests: a real user of the role, the real adapters, on the worker's own database.
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { Actor, Context, Log } from '#domain/context.ts';
import type { Role } from '#domain/permissions.ts';
import { createProviders } from '#wiring/providers.ts';
import { testDatabase } from './database.ts';

const people: Record<Role, string> = {
  admin: 'Astrid Adminsson',
  manager: 'Maja Manfredsson',
  user: 'Ulla Utterberg',
};

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A context of its own for one test; for a role with a real user row. `overrides` win. */
export async function testContext(
  who: Role | 'system' | 'anonymous',
  overrides: Partial<Context> = {},
): Promise<Context> {
  const database = await testDatabase();
  const { db } = database;
  return {
    actor: overrides.actor ?? (await makeActor(who, db)),
    requestId: randomUUID(),
    db,
    providers: createProviders(database, { KANSLI_DATA_DIR: inject('run').folder }),
    log: quiet,
    now: () => new Date(),
    ...overrides,
  };
}

async function makeActor(who: Role | 'system' | 'anonymous', db: Context['db']): Promise<Actor> {
  if (who === 'anonymous') return { type: 'anonymous' };
  if (who === 'system') return { type: 'system', name: 'test' };
  const id = randomUUID();
  const name = people[who];
  await db.user.create({
    data: { id, name, email: `${who}.${id.slice(0, 8)}@kansli.example`, emailVerified: true, role: who },
  });
  return { type: 'user', id, name, role: who };
}
