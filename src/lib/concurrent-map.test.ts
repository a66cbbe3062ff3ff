import { expect, it } from 'vitest';
import { concurrentMap } from './concurrent-map.ts';

it('begins the next piece before the first is done, and hands over in order', async () => {
  const log: string[] = [];
  const finish: (() => void)[] = [];
  const pieces = concurrentMap(
    ['a', 'b', 'c'],
    async (item, before) => {
      log.push(`begin ${item}`);
      await new Promise<void>((resolve) => finish.push(resolve));
      await before;
      log.push(`end ${item}`);
      return item.toUpperCase();
    },
    2,
  );
  const first = await pieces.next();
  expect(log).toEqual(['begin a', 'begin b']);
  finish[1]?.();
  finish[0]?.();
  expect(await first.value?.result()).toBe('A');
  const second = await pieces.next();
  expect(await second.value?.result()).toBe('B');
  expect(log).toEqual(['begin a', 'begin b', 'end a', 'begin c', 'end b']);
  finish[2]?.();
  const third = await pieces.next();
  expect(await third.value?.result()).toBe('C');
  expect((await pieces.next()).done).toBe(true);
});

it('goes on after a piece that failed, and throws where its result is asked for', async () => {
  const results: string[] = [];
  for await (const { item, result } of concurrentMap(['good', 'bad', 'last'], async (name, before) => {
    await before;
    if (name === 'bad') throw new Error('broken');
    return name;
  })) {
    results.push(await result().catch((error: Error) => `${item}: ${error.message}`));
  }
  expect(results).toEqual(['good', 'bad: broken', 'last']);
});
