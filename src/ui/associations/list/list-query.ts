import type { ApiOutputs, ApiQueries } from '#api/client.tsx';
import { type ListView, listInput } from './view.ts';

export type ListRow = ApiOutputs['association']['list']['rows'][number];

// So long the pages stay after somebody opened a record: Back finds them, and with them the place.
const keptMs = 30 * 60_000;

/** The same question on the server and in the browser, so that the browser finds the answer that came with the page. */
export const listQuery = (trpc: ApiQueries, view: ListView) =>
  trpc.association.list.infiniteQueryOptions(listInput(view), {
    getNextPageParam: (page) => page.nextCursor,
    gcTime: keptMs,
    trpc: { abortOnUnmount: true },
  });
