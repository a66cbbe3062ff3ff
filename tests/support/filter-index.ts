// A context whose lists come from the in-memory index, as those of the web part do.
import { vi } from 'vitest';
import { filterIndex } from '#adapters/search/embedded/filter-index.ts';
import type { Context } from '#domain/context.ts';
import { type AssociationFilterIndex, unfiltered } from '#domain/search/filter-index.ts';
import { testDatabase } from './database.ts';

/** The same context with an index that has been read, with its orders. */
export async function withFilterIndex(context: Context): Promise<Context> {
  const { pool } = await testDatabase();
  const filters = filterIndex(pool, (error) => {
    throw error;
  });
  await untilRead(filters);
  return { ...context, providers: { ...context.providers, filters } };
}

/** After rows are really gone the index is read anew. */
export const untilRead = (filters: AssociationFilterIndex) =>
  vi.waitFor(async () => {
    const selection = await filters.select(unfiltered);
    const page = selection?.page({ sort: 'name', direction: 'asc', wanted: 1, after: null });
    if (!page) throw new Error('the index is still being read');
  });
