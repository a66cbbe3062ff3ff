// What a page reads on the server, under the same permissions as the browser, so that the first paint has its data.
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { headers } from 'next/headers';
import { requestContext } from './context.ts';
import { appRouter } from './router.ts';

/** `queries.prefetch…({ queryKey, queryFn: () => call.x.y({}) })`, then `<HydrationBoundary state={state()}>`. A failed read is left to the browser. */
export async function serverApi() {
  const queries = new QueryClient();
  const call = appRouter.createCaller(await requestContext(await headers()));
  return { call, queries, state: () => dehydrate(queries) };
}
