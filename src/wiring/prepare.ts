// Brings a database to what this version needs: its tables, the queue's tables and the reference facts. Safe to repeat.
import { randomUUID } from 'node:crypto';
import { openDatabase } from '#adapters/db/client.ts';
import { applyMigrations } from '#adapters/db/migrate.ts';
import { restampTransactions } from '#adapters/db/restamp.ts';
import { migrateQueue } from '#adapters/queue/migrate-queue.ts';
import type { Context } from '#domain/context.ts';
import { seedReference } from '#domain/municipalities/seed.ts';
import { createProviders } from './providers.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** Resolves with the names of the migrations it applied. */
export async function prepareDatabase(
  url: string,
  { log = () => {} }: { log?: (line: string) => void } = {},
) {
  const applied = await applyMigrations(url, { log });
  await migrateQueue(url);
  const database = openDatabase(url, { max: 1 });
  const context: Context = {
    actor: { type: 'system', name: 'prepare' },
    requestId: randomUUID(),
    db: database.db,
    providers: createProviders(database, { KANSLI_DATA_DIR: '.data' }),
    log: quiet,
    now: () => new Date(),
  };
  try {
    await seedReference(context, {});
    await restampTransactions(database.pool);
  } finally {
    await database.close();
  }
  return applied;
}
