// What a page reads on the server, under the same permissions as the browser, so that the first paint has its data.
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import { requestContext } from './context.ts';
import { appRouter } from './router.ts';

/** `queries.prefetch…(trpc.x.y.queryOptions())`, then `<HydrationBoundary state={state()}>`. A failed read is left to the browser. */
export async function serverApi() {
  const ctx = await requestContext(await headers());
  const queries = new QueryClient();
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx, queryClient: queries });
  return { trpc, queries, state: () => dehydrate(queries) };
}
