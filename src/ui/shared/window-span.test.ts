import { expect, it } from 'vitest';
import { scrollTopFor, windowSpan } from './window-span.ts';

it('draws what is seen and some rows around it, whatever the number of rows', () => {
  expect(windowSpan(250_000, 40, 0, 800)).toEqual({ first: 0, end: 36 });
  expect(windowSpan(250_000, 40, 100_000 * 40, 800)).toEqual({ first: 99_988, end: 100_036 });
});

it('stays the same while only a few rows are scrolled', () => {
  expect(windowSpan(1_000, 40, 4_000, 800)).toEqual(windowSpan(1_000, 40, 4_150, 800));
});

it('ends with the last row, also when the list became shorter than where one stands', () => {
  expect(windowSpan(10, 40, 0, 800)).toEqual({ first: 0, end: 10 });
  expect(windowSpan(5, 40, 4_000, 800)).toEqual({ first: 5, end: 5 });
  expect(windowSpan(0, 40, 0, 800)).toEqual({ first: 0, end: 0 });
});

it('scrolls no further than a row needs to lie free', () => {
  const frame = { top: 400, seen: 440, head: 40, margin: 40 };
  expect(scrollTopFor(5, 40, frame)).toBe(200);
  expect(scrollTopFor(10, 40, frame)).toBeNull();
  expect(scrollTopFor(18, 40, frame)).toBeNull();
  expect(scrollTopFor(19, 40, frame)).toBe(440);
});
