// Puts a context together from the process's one database and its providers.
import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '#adapters/db/client.ts';
import type { Actor, Context, Providers } from '#domain/context.ts';
import { env } from './env.ts';
import { logger } from './logger.ts';
import { createProviders } from './providers.ts';

interface Process {
  database: Database;
  providers: Providers;
}

let open: Process | undefined;

export function runtime(): Process {
  if (!open) {
    const database = openDatabase(env().DATABASE_URL);
    const onIndexTrouble = (err: unknown) =>
      logger('search').warn({ err }, 'the filter index could not be read');
    open = { database, providers: createProviders(database, env(), { onIndexTrouble }) };
  }
  return open;
}

export async function closeRuntime(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.database.close();
}

export function createContext(actor: Actor, requestId: string = randomUUID()): Context {
  const { database, providers } = runtime();
  return { actor, requestId, db: database.db, providers, log: logger('operation'), now: () => new Date() };
}

/** For the worker and the command line, which act as the system. */
export const systemContext = (name: string): Context => createContext({ type: 'system', name });
