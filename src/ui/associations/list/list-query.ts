import type { QueryMeta } from '@tanstack/react-query';
import type { ApiOutputs, ApiQueries } from '#api/client.tsx';
import { withChangedRows } from './changed-rows.ts';
import { type ListView, listInput } from './view.ts';

export type ListRow = ApiOutputs['association']['list']['rows'][number];

// So long the pages stay after somebody opened a record: Back finds them, and with them the place.
const keptMs = 30 * 60_000;

/** The same question on the server and in the browser, so that the browser finds the answer that came with the page. */
export function listQuery(trpc: ApiQueries, view: ListView) {
  const input = listInput(view);
  const query = trpc.association.list.infiniteQueryOptions(input, {
    getNextPageParam: (page) => page.nextCursor,
    gcTime: keptMs,
    trpc: { abortOnUnmount: true },
  });
  const { limit: _limit, ...filter } = input;
  return {
    ...query,
    meta: {
      shows: {
        after: ['association.*', 'contact.*', 'import.*', 'user.updated', 'sample.loaded'],
        async readChanged(queries, ids) {
          const data = queries.getQueryData(query.queryKey);
          // Ranks are counted over all that was found.
          if (!data || (input.sort === 'relevance' && input.q !== '')) return false;
          const cursor = data.pages.at(-1)?.nextCursor;
          const asked = trpc.association.changedRows.queryOptions({ ...filter, ids, cursor });
          const answer = await queries.fetchQuery({ ...asked, meta: { shows: {} }, staleTime: 0, gcTime: 0 });
          const now = queries.getQueryData(query.queryKey);
          const changed = now === data ? withChangedRows(data, input.sort, ids, answer) : null;
          if (changed) queries.setQueryData(query.queryKey, changed);
          return changed !== null;
        },
      },
    } satisfies QueryMeta,
  };
}
