import { expect, it } from 'vitest';
import { nextRow } from './next-row.ts';

const inSight = { first: 10, last: 30 };

it('steps from the current row while it is in sight', () => {
  expect([nextRow(12, 1, inSight), nextRow(12, -1, inSight)]).toEqual([13, 11]);
  expect([nextRow(30, 1, inSight), nextRow(10, -1, inSight)]).toEqual([31, 9]);
});

it('begins with the rows in sight when there is no current one, or it was scrolled away', () => {
  expect([nextRow(null, 1, inSight), nextRow(2, 1, inSight), nextRow(99, 1, inSight)]).toEqual([10, 10, 10]);
  expect([nextRow(null, -1, inSight), nextRow(2, -1, inSight)]).toEqual([30, 30]);
});

it('begins at the top when no row can be seen yet', () => {
  expect([nextRow(null, 1, null), nextRow(4, 1, null)]).toEqual([0, 5]);
});
