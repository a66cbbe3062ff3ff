import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ApiOutputs } from '#api/client.tsx';
import { type ListView, listInput } from './view.ts';

type ListPage = ApiOutputs['association']['list'];
export type ListRow = ListPage['rows'][number];
type ReadPage = (
  input: ReturnType<typeof listInput> & { cursor: string | null },
  signal: AbortSignal,
) => Promise<ListPage>;

// So long the pages stay after somebody opened a record: Back finds them, and with them the place.
const keptMs = 30 * 60_000;

/**
 * The same question on the server and in the browser; only the way to the answer differs. Not tRPC's own
 * infiniteQueryOptions(): it keeps the names `cursor` and `direction` for itself, and this list sorts by direction.
 */
export function listQuery(view: ListView, readPage: ReadPage) {
  const input = listInput(view);
  return infiniteQueryOptions({
    queryKey: [['association', 'list'], { input, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) => readPage({ ...input, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    gcTime: keptMs,
  });
}
