import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundCache } from './background-cache.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Reads a list of changes; each reading takes a second, five changes wear it and ten make it useless. */
function reading() {
  let readings = 0;
  const cache = new BackgroundCache<number[], number>({
    async read() {
      readings += 1;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return [];
    },
    note: (value, change) => value.push(change),
    isStale: ({ length }) => length >= 5,
    isUnusable: ({ length }) => length >= 10,
    onError: (error) => {
      throw error;
    },
  });
  return {
    cache,
    readings: () => readings,
    async after(ms: number, changes = 0) {
      for (let n = 0; n < changes; n += 1) cache.note(n);
      await vi.advanceTimersByTimeAsync(ms);
      cache.refresh();
    },
  };
}

describe('what was read', () => {
  it('is there after the first reading, with what changed meanwhile', async () => {
    const { cache, after, readings } = reading();
    cache.refresh();
    expect(cache.value).toBeNull();
    cache.note(7);
    await after(1_000);
    expect([cache.value, readings()]).toEqual([[7], 1]);
  });

  it('is read again when it is stale, after a rest of ten readings', async () => {
    const { after, readings } = reading();
    await after(0);
    await after(1_000);
    await after(9_000, 5);
    expect(readings()).toBe(1);
    await after(1_001);
    expect(readings()).toBe(2);
  });

  it('is read again sooner when nobody can use it any more', async () => {
    const { after, readings } = reading();
    await after(0);
    await after(1_000);
    await after(900, 10);
    expect(readings()).toBe(1);
    await after(101);
    expect(readings()).toBe(2);
  });

  it('is forgotten, and a reading under way is not taken', async () => {
    const { cache, after, readings } = reading();
    await after(0);
    cache.forget();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(cache.value).toBeNull();
    await after(0);
    expect(readings()).toBe(2);
  });
});
