'use client';
// The browser's end of the API: tRPC's client, one query cache, and the options that screens hand to TanStack Query.
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClientError,
  type TRPCLink,
} from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { createTRPCContext, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { watchOwnSaves } from './own-saves.ts';
import { QueryCache } from './query-cache.ts';
import type { AppRouter } from './router.ts';
import { hearVersion, setPageVersion } from './server-version.ts';
import { tellSessionEnded } from './session-end.ts';
import type { Change } from './shows.ts';
import { transformer } from './transformer.ts';

export { askVersion, declineOffer, offeredVersion, onOffer, rememberOffer } from './server-version.ts';
export { onSessionEnd, refusalsOfSession, tellSessionEnded, tellSessionRenewed } from './session-end.ts';
export { type Change, everything, ownSave } from './shows.ts';

export type ApiError = TRPCClientError<AppRouter>;
/** What a procedure answers: `ApiOutputs['association']['list']`. */
export type ApiOutputs = inferRouterOutputs<AppRouter>;
/** What `useTRPC` gives: `trpc.association.get.queryOptions({ id })`. */
export type ApiQueries = TRPCOptionsProxy<AppRouter>;

const api = createTRPCContext<AppRouter>();

/** Calls by hand; `useTRPC` gives options for TanStack Query. Both are the same objects at every render. */
export const useTRPCClient = api.useTRPCClient;
export const useTRPC = api.useTRPC;

/** Whatever is refused because nobody is signed in, read or save, says that the session has ended. */
const watchSession: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error(error) {
          if (error.data?.httpStatus === 401) tellSessionEnded();
          observer.error(error);
        },
      }),
    );

const url = '/api/trpc';

const fetchAndHear: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init);
  hearVersion(answer);
  return answer;
};

const makeClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      watchSession,
      watchOwnSaves,
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, transformer }),
        false: httpBatchLink({ url, transformer, maxURLLength: 6_000, fetch: fetchAndHear }),
      }),
    ],
  });

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

/** Reads again what changes make out of date; the same function at every render. */
export function useReadAgain(): (changes: readonly Change[]) => Promise<void> {
  const cache = useQueryClient() as QueryCache;
  return useCallback((changes) => cache.readAgain(changes), [cache]);
}

type ApiProviderProps = { version?: string; children: ReactNode };

export function ApiProvider({ version, children }: ApiProviderProps) {
  setPageVersion(version);
  const [cache] = useState(makeCache);
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={cache}>
      <api.TRPCProvider trpcClient={client} queryClient={cache}>
        {children}
      </api.TRPCProvider>
    </QueryClientProvider>
  );
}
