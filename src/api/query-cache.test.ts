import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { QueryCache } from './query-cache.ts';

/** A server whose answers come when the test says so. */
function slowServer() {
  const calls: { answer: (files: number) => void; isCancelled: () => boolean }[] = [];
  const queryFn = ({ signal }: { signal: AbortSignal }) =>
    new Promise<number>((resolve) => calls.push({ answer: resolve, isCancelled: () => signal.aborted }));
  return { calls, queryFn };
}

const watched = (cache: QueryCache, queryFn: ReturnType<typeof slowServer>['queryFn']) => {
  const observer = new QueryObserver(cache, {
    queryKey: ['files'],
    queryFn,
    retry: false,
    staleTime: 30_000,
  });
  const leave = observer.subscribe(() => {});
  return { observer, leave };
};

describe('an invalidated query', () => {
  test('is asked for again when its first answer is still on its way', async () => {
    const cache = new QueryCache();
    const { calls, queryFn } = slowServer();
    const { observer, leave } = watched(cache, queryFn);
    expect(calls).toHaveLength(1);

    const refreshed = cache.invalidateQueries({ queryKey: ['files'] });
    expect(calls).toHaveLength(2);
    expect(calls[0]?.isCancelled()).toBe(true);
    calls[0]?.answer(0);
    calls[1]?.answer(1);
    await refreshed;

    expect(observer.getCurrentResult()).toMatchObject({ data: 1, status: 'success', fetchStatus: 'idle' });
    leave();
  });

  test('is asked for again when a later answer is on its way', async () => {
    const cache = new QueryCache();
    cache.setQueryData(['files'], 0, { updatedAt: 0 });
    const { calls, queryFn } = slowServer();
    const { observer, leave } = watched(cache, queryFn);
    const refreshed = cache.invalidateQueries();
    calls[0]?.answer(1);
    calls[1]?.answer(2);
    await refreshed;
    expect(observer.getCurrentResult().data).toBe(2);
    leave();
  });

  test('that nobody looks at is left to arrive', async () => {
    const cache = new QueryCache();
    const { calls, queryFn } = slowServer();
    const answer = cache.fetchQuery({ queryKey: ['files'], queryFn });
    await cache.invalidateQueries();
    expect(calls).toHaveLength(1);
    calls[0]?.answer(3);
    expect(await answer).toBe(3);
  });

  test('outside the filter goes on undisturbed', async () => {
    const cache = new QueryCache();
    const { calls, queryFn } = slowServer();
    const { leave } = watched(cache, queryFn);
    await cache.invalidateQueries({ queryKey: ['notes'] });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.isCancelled()).toBe(false);
    leave();
  });
});
