// What a page reads on the server, under the same permissions as the browser, so that the first paint has its data.
import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query';
import { headers } from 'next/headers';
import { forPages } from './for-pages.ts';

/** `queries.prefetchQuery(trpc.x.y.queryOptions({}))`, then `<HydrationBoundary state={state()}>`. A failed read is left to the browser. */
export async function serverApi() {
  const queries = new QueryClient();
  const trpc = await forPages().queries(await headers(), queries);
  return { trpc, queries, state: () => toSend(queries) };
}

/** What a query shows is said again by the screen; functions do not travel. */
function toSend(queries: QueryClient): DehydratedState {
  const state = dehydrate(queries);
  return { ...state, queries: state.queries.map(({ meta: _meta, ...query }) => query) };
}
