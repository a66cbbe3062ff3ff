import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { noteOwnSave } from './own-saves.ts';
import { QueryCache } from './query-cache.ts';
import type { Change, Shows } from './shows.ts';

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

describe('after changes', () => {
  const key = [['note', 'list'], { type: 'query' }];
  const change: Change = { name: 'note.added', entity: 'note', ids: ['n'], associations: ['a'] };

  /** A query on the screen, and how often it was read whole. */
  function onScreen(shows: Shows) {
    const cache = new QueryCache();
    cache.mount();
    let reads = 0;
    const queryFn = async () => {
      reads += 1;
      return reads;
    };
    const options = { queryKey: key, queryFn, meta: { shows }, staleTime: 30_000 };
    const leave = new QueryObserver(cache, options).subscribe(() => {});
    return { cache, reads: () => reads, leave };
  }
  const settled = (cache: QueryCache) => expect.poll(() => cache.isFetching()).toBe(0);

  test('what shows them is read again once, and nothing else', async () => {
    const { cache, reads, leave } = onScreen({ after: ['note.*'] });
    await settled(cache);
    await cache.readAgain([change, { ...change, ids: ['m'] }]);
    expect(reads()).toBe(2);
    await cache.readAgain([{ ...change, name: 'user.updated', entity: 'user' }]);
    expect(reads()).toBe(2);
    leave();
  });

  test('of its own, a tab reads again only what it has not asked for since the answer to its save', async () => {
    const { cache, reads, leave } = onScreen({ after: ['note.*'] });
    await settled(cache);
    noteOwnSave('mine');
    await cache.readAgain([{ ...change, requestId: 'mine' }]);
    expect(reads()).toBe(2);
    await cache.readAgain([{ ...change, requestId: 'mine' }]);
    expect(reads()).toBe(2);
    await cache.readAgain([{ ...change, requestId: 'another' }]);
    expect(reads()).toBe(3);
    leave();
  });

  test('a list that can take in single associations is not read whole, unless it must be', async () => {
    const asked: string[][] = [];
    let enough = true;
    const readChanged = async (_: unknown, ids: string[]) => {
      asked.push(ids);
      return enough;
    };
    const { cache, reads, leave } = onScreen({ after: ['note.*'], readChanged });
    await settled(cache);
    await cache.readAgain([change, { ...change, associations: ['a', 'b'] }]);
    expect(asked).toEqual([['a', 'b']]);
    expect(reads()).toBe(1);
    enough = false;
    await cache.readAgain([change]);
    expect(reads()).toBe(2);
    await cache.readAgain([{ ...change, many: true }]);
    expect(asked).toHaveLength(2);
    expect(reads()).toBe(3);
    leave();
  });
});
