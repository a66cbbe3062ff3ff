import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { describe, expect, it } from 'vitest';
import { lazyClient, lazyQueries } from './lazy-client.ts';
import type { AppRouter } from './router.ts';
import type { Wire } from './wire.ts';

const id = '01a20411-34ea-7423-978e-3b7430e14f98';

/** A wire that writes down what it is asked, and when it was fetched. */
function recorder() {
  const asked: unknown[] = [];
  const ended: string[] = [];
  const wire = {
    query: async (...call: unknown[]) => asked.push(['query', ...call]),
    mutation: async (...call: unknown[]) => asked.push(['mutation', ...call]),
    subscription(path: string, _input: unknown, handlers: { onStarted?: (context: object) => void }) {
      asked.push(['subscription', path]);
      handlers.onStarted?.({});
      return { unsubscribe: () => ended.push(path) };
    },
  } as unknown as Wire;
  const connect = async () => {
    asked.push('fetched');
    return wire;
  };
  return { asked, ended, connect };
}

describe('calls', () => {
  it('fetch the wire first and then say the same as tRPC does', async () => {
    const { asked, connect } = recorder();
    const client = lazyClient(connect);
    expect(asked).toEqual([]);
    const signal = new AbortController().signal;
    await client.association.get.query({ id }, { signal });
    await client.association.delete.mutate({ id });
    expect(asked).toEqual([
      'fetched',
      ['query', 'association.get', { id }, { signal }],
      'fetched',
      ['mutation', 'association.delete', { id }, undefined],
    ]);
  });

  it('a live line is opened when the wire is there, and not at all when nobody listens any more', async () => {
    const { asked, ended, connect } = recorder();
    const client = lazyClient(connect);
    const started = new Promise((onStarted) => {
      const line = client.live.changes.subscribe(undefined, { onStarted });
      void connect().then(() => line.unsubscribe());
    });
    client.live.changes.subscribe(undefined, {}).unsubscribe();
    await started;
    await connect();
    expect(asked.filter((each) => Array.isArray(each))).toEqual([['subscription', 'live.changes']]);
    expect(ended).toEqual(['live.changes']);
  });

  it('tell when the wire cannot be fetched', async () => {
    const client = lazyClient(() => Promise.reject(new Error('offline')));
    await expect(client.association.get.query({ id })).rejects.toThrow('offline');
    const error = await new Promise((onError) => client.live.changes.subscribe(undefined, { onError }));
    expect(error).toEqual(new Error('offline'));
  });
});

describe('options for TanStack Query', () => {
  const theirs = createTRPCOptionsProxy<AppRouter>({
    client: createTRPCClient<AppRouter>({ links: [] }),
    queryClient: new QueryClient(),
  });

  it('have the keys that the library gives them', () => {
    const ours = lazyQueries(recorder().connect);
    const input = { id };
    expect(ours.association.get.queryOptions(input).queryKey).toEqual(
      theirs.association.get.queryOptions(input).queryKey,
    );
    expect(ours.association.get.queryKey(input)).toEqual(theirs.association.get.queryKey(input));
    expect(ours.user.me.queryOptions({}).queryKey).toEqual(theirs.user.me.queryOptions({}).queryKey);
    expect(ours.association.pathFilter()).toEqual(theirs.association.pathFilter());
    expect(ours.pathFilter()).toEqual(theirs.pathFilter());
    expect(ours.note.add.mutationOptions().mutationKey).toEqual(
      theirs.note.add.mutationOptions().mutationKey,
    );
  });

  it('keep what the caller adds and ask through the wire', async () => {
    const { asked, connect } = recorder();
    const ours = lazyQueries(connect);
    const options = ours.association.get.queryOptions({ id }, { enabled: false });
    expect(options.enabled).toBe(false);
    await new QueryClient().fetchQuery(options);
    expect(asked).toEqual(['fetched', ['query', 'association.get', { id }]]);
  });
});
