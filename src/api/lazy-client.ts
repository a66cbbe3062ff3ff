// The typed ends of the wire without the wire: data comes with the page, so the code that fetches can come after it.
import type { TRPCClient } from '@trpc/client';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from './router.ts';
import type { Wire } from './wire.ts';

type Connect = () => Promise<Wire>;
type Handlers = NonNullable<Parameters<Wire['subscription']>[2]>;
type Options = Record<string, unknown>;
type Ends = Record<string, (path: string[], first: unknown, second?: Options) => unknown>;

type Offered = 'queryOptions' | 'queryKey' | 'mutationOptions' | 'pathFilter';
/** Of what the library derives from a router, the part that is offered here: what the screens use. */
type Narrowed<T> = T extends (...args: never[]) => unknown
  ? T
  : {
      [K in keyof T as T[K] extends (...args: never[]) => unknown ? Extract<K, Offered> : K]: Narrowed<T[K]>;
    };
export type ApiQueries = Narrowed<TRPCOptionsProxy<AppRouter>>;

/** `ends.x` called at the end of any path: `proxy.a.b.x(1)` is `ends.x(['a', 'b'], 1)`. */
function pathsTo(ends: Ends, path: string[] = []): unknown {
  return new Proxy(() => {}, {
    get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : pathsTo(ends, [...path, key])),
    apply: (_, __, [first, second]) => {
      const end = ends[path.at(-1) ?? ''];
      if (!end) throw new TypeError(`No such call: ${path.join('.')}`);
      return end(path.slice(0, -1), first, second);
    },
  });
}

/** Calls as tRPC's client has them: `client.note.add.mutate(input)`. */
export function lazyClient(connect: Connect): TRPCClient<AppRouter> {
  return pathsTo({
    query: async (path, input, options) => (await connect()).query(path.join('.'), input, options),
    mutate: async (path, input, options) => (await connect()).mutation(path.join('.'), input, options),
    subscribe(path, input, options) {
      const handlers = options as Handlers;
      let stop = () => {};
      let over = false;
      connect().then(
        (wire) => {
          if (over) return;
          const subscription = wire.subscription(path.join('.'), input, handlers);
          stop = () => subscription.unsubscribe();
        },
        (error) => over || handlers.onError?.(error),
      );
      return {
        unsubscribe() {
          over = true;
          stop();
        },
      };
    },
  }) as TRPCClient<AppRouter>;
}

/** Options for TanStack Query with the keys that the library gives them, so that prefetched answers are found. */
export function lazyQueries(connect: Connect): ApiQueries {
  const key = (path: string[], input: unknown) => [
    path,
    { ...(input !== undefined && { input }), type: 'query' },
  ];
  return pathsTo({
    queryKey: key,
    queryOptions: (path, input, options) => ({
      ...options,
      queryKey: key(path, input),
      queryFn: async () => (await connect()).query(path.join('.'), input),
    }),
    mutationOptions: (path, options) => ({
      ...(options as Options | undefined),
      mutationKey: [path],
      mutationFn: async (input: unknown) => (await connect()).mutation(path.join('.'), input),
    }),
    pathFilter: (path, filter) => ({
      ...(filter as Options | undefined),
      queryKey: path.length > 0 ? [path] : [],
    }),
  }) as ApiQueries;
}
