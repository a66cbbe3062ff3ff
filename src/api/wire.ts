// tRPC's own client: batched calls, live signals over server-sent events. Fetched when something is first asked for.
import { createTRPCUntypedClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from './router.ts';

const url = '/api/trpc';

export const connect = () =>
  createTRPCUntypedClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpBatchLink({ url, transformer: superjson, maxURLLength: 6_000 }),
      }),
    ],
  });

export type Wire = ReturnType<typeof connect>;
