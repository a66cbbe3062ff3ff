// tRPC's own client: batched calls, live signals over server-sent events. Fetched when something is first asked for.
import { createTRPCUntypedClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { AppRouter } from './router.ts';
import { transformer } from './transformer.ts';

const url = '/api/trpc';

export const connect = () =>
  createTRPCUntypedClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, transformer }),
        false: httpBatchLink({ url, transformer, maxURLLength: 6_000 }),
      }),
    ],
  });

export type Wire = ReturnType<typeof connect>;
