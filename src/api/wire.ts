// tRPC's own client: batched calls, live signals over server-sent events. Fetched when something is first asked for.
import {
  createTRPCUntypedClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCLink,
} from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from './router.ts';
import { tellSessionEnded } from './session-end.ts';
import { transformer } from './transformer.ts';

const url = '/api/trpc';

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

export const connect = () =>
  createTRPCUntypedClient<AppRouter>({
    links: [
      watchSession,
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, transformer }),
        false: httpBatchLink({ url, transformer, maxURLLength: 6_000 }),
      }),
    ],
  });

export type Wire = ReturnType<typeof connect>;
