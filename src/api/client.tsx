'use client';
// The browser's end of the wire: one query cache, batched calls, live signals over server-sent events.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClientError,
} from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import type { AppRouter } from './router.ts';
import { transformer } from './transformer.ts';

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

export type ApiError = TRPCClientError<AppRouter>;
/** What a procedure answers: `ApiOutputs['association']['list']`. */
export type ApiOutputs = inferRouterOutputs<AppRouter>;

/** Only what may heal is tried again: never a refusal, a conflict or bad input. */
function mayHeal(failures: number, error: unknown): boolean {
  const status = (error as ApiError | null)?.data?.httpStatus;
  return failures < 2 && (status === undefined || status >= 500);
}

const url = '/api/trpc';

function makeClients() {
  return {
    queries: new QueryClient({
      defaultOptions: {
        queries: { staleTime: 30_000, retry: mayHeal, refetchOnWindowFocus: true },
        mutations: { retry: false },
      },
    }),
    wire: createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type }) => type === 'subscription',
          true: httpSubscriptionLink({ url, transformer }),
          false: httpBatchLink({ url, transformer, maxURLLength: 6_000 }),
        }),
      ],
    }),
  };
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [{ queries, wire }] = useState(makeClients);
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={wire} queryClient={queries}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
