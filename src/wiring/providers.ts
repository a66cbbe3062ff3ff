// Chooses which adapter stands behind each port.
import { join } from 'node:path';
import type { Database } from '#adapters/db/client.ts';
import { postgresStaging } from '#adapters/db/staging.ts';
import { localStorage } from '#adapters/files/local-storage.ts';
import { postgresSearch } from '#adapters/search/postgres/postgres-search.ts';
import type { Providers } from '#domain/context.ts';
import type { Env } from './env.ts';

export function createProviders(
  { db, pool }: Database,
  { KANSLI_DATA_DIR }: Pick<Env, 'KANSLI_DATA_DIR'>,
): Providers {
  return {
    search: postgresSearch(db),
    storage: localStorage(join(KANSLI_DATA_DIR, 'files')),
    staging: postgresStaging(pool),
  };
}
