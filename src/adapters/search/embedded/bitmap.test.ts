import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bitmap, union } from './bitmap.ts';

const numbers = fc.uniqueArray(fc.nat(5_000), { maxLength: 300 });
const sorted = (from: Iterable<number>) => [...from].sort((one, other) => one - other);
const bitmapOf = (members: number[]) => {
  const bitmap = new Bitmap();
  for (const member of members) bitmap.add(member);
  return bitmap;
};

it('behaves as a set of numbers', () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const [a, b] = [new Set(one), new Set(other)];
      expect(bitmapOf(one).members()).toEqual(sorted(a));
      expect(bitmapOf(one).size).toBe(a.size);
      expect(bitmapOf(one).intersect(bitmapOf(other)).members()).toEqual(sorted(a.intersection(b)));
      expect(bitmapOf(one).subtract(bitmapOf(other)).members()).toEqual(sorted(a.difference(b)));
      expect(union([bitmapOf(one), bitmapOf(other)]).members()).toEqual(sorted(a.union(b)));
    }),
  );
});

it('forgets what is removed and leaves its copy alone', () => {
  const bitmap = bitmapOf([1, 31, 32, 4_000]);
  const copy = bitmap.copy();
  bitmap.remove(31);
  bitmap.remove(9_000);
  expect(bitmap.members()).toEqual([1, 32, 4_000]);
  expect(copy.has(31)).toBe(true);
  expect(bitmap.has(9_000)).toBe(false);
});
