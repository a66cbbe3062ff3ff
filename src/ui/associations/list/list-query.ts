import type { inferRouterOutputs } from '@trpc/server';
import type { useTRPC } from '#api/client.tsx';
import type { AppRouter } from '#api/router.ts';
import { type ListView, listInput } from './view.ts';

export type ListRow = inferRouterOutputs<AppRouter>['association']['list']['rows'][number];

// So long the pages stay after somebody opened a record: Back finds them, and with them the place.
const keptMs = 30 * 60_000;

export const listQuery = (trpc: ReturnType<typeof useTRPC>, view: ListView) =>
  trpc.association.list.infiniteQueryOptions(listInput(view), {
    getNextPageParam: (page) => page.nextCursor,
    gcTime: keptMs,
  });
