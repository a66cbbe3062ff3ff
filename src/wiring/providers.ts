// Chooses which adapter stands behind each port.
import { join } from 'node:path';
import type { Database } from '#adapters/db/client.ts';
import { postgresStaging } from '#adapters/db/staging.ts';
import { localStorage } from '#adapters/files/local-storage.ts';
import { filterIndex } from '#adapters/search/embedded/filter-index.ts';
import { postgresSearch } from '#adapters/search/postgres/postgres-search.ts';
import type { Providers } from '#domain/context.ts';
import type { AssociationFilterIndex } from '#domain/search/filter-index.ts';
import type { Env } from './env.ts';

const noFilterIndex: AssociationFilterIndex = { state: () => 'off', select: async () => null };

/** `onIndexTrouble` asks for the filter index, which only a process that answers lists for long is worth having. */
export function createProviders(
  { db, pool }: Database,
  { KANSLI_DATA_DIR }: Pick<Env, 'KANSLI_DATA_DIR'>,
  { onIndexTrouble }: { onIndexTrouble?: (error: unknown) => void } = {},
): Providers {
  return {
    search: postgresSearch(db),
    filters: onIndexTrouble ? filterIndex(pool, onIndexTrouble) : noFilterIndex,
    storage: localStorage(join(KANSLI_DATA_DIR, 'files')),
    staging: postgresStaging(pool),
  };
}
