'use client';
// The browser's end of the wire: one query cache, and calls that fetch the wire itself when the first of them is made.
import { QueryClientProvider } from '@tanstack/react-query';
import type { TRPCClientError } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { type ReactNode, useState } from 'react';
import { lazyClient, lazyQueries } from './lazy-client.ts';
import { QueryCache } from './query-cache.ts';
import type { AppRouter } from './router.ts';
import type { Wire } from './wire.ts';

export { onSessionEnd, refusalsOfSession, tellSessionEnded, tellSessionRenewed } from './session-end.ts';

export type ApiError = TRPCClientError<AppRouter>;
/** What a procedure answers: `ApiOutputs['association']['list']`. */
export type ApiOutputs = inferRouterOutputs<AppRouter>;

let wire: Promise<Wire> | undefined;

function connect(): Promise<Wire> {
  wire ??= import('./wire.ts').then(
    (module) => module.connect(),
    (error) => {
      // Not there now; the next call tries again.
      wire = undefined;
      throw error;
    },
  );
  return wire;
}

const client = lazyClient(connect);
const queries = lazyQueries(connect);

/** Calls by hand; `useTRPC` gives options for TanStack Query. Both are the same objects at every render. */
export const useTRPCClient = () => client;
export const useTRPC = () => queries;

/** Only what may heal is tried again: never a refusal, a conflict or bad input. */
function mayHeal(failures: number, error: unknown): boolean {
  const status = (error as ApiError | null)?.data?.httpStatus;
  return failures < 2 && (status === undefined || status >= 500);
}

const makeCache = () =>
  new QueryCache({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: mayHeal, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });

export function ApiProvider({ children }: { children: ReactNode }) {
  const [cache] = useState(makeCache);
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>;
}
