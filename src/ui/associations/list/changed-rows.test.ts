import { expect, it } from 'vitest';
import { withChangedRows } from './changed-rows.ts';

type Data = Parameters<typeof withChangedRows>[0];
type Row = Data['pages'][number]['rows'][number];

const row = (id: string, more: Partial<Row> = {}) =>
  ({ id, name: `Klubb ${id}`, city: 'Lund', ...more }) as Row;
const data: Data = {
  pages: [
    { rows: [row('a'), row('b')], nextCursor: 'x', total: 9 },
    { rows: [row('c')], nextCursor: null, total: null },
  ],
  pageParams: [null, 'x'],
};
const shown = (now: Data | null) =>
  now?.pages.map(({ rows, total }) => [rows.map(({ id, city }) => `${id} ${city}`), total]);

it('a changed row stands in its place, and the count is the new one', () => {
  const now = withChangedRows(data, 'name', ['c'], { rows: [row('c', { city: 'Malmö' })], total: 8 });
  expect(shown(now)).toEqual([
    [['a Lund', 'b Lund'], 8],
    [['c Malmö'], null],
  ]);
});

it('one that no longer belongs there is gone, and one that never did changes nothing', () => {
  const now = withChangedRows(data, 'name', ['a', 'z'], { rows: [], total: 8 });
  expect(shown(now)).toEqual([
    [['b Lund'], 8],
    [['c Lund'], null],
  ]);
});

it('one that came in, or moved in the order, is for the server to place', () => {
  expect(withChangedRows(data, 'name', ['z'], { rows: [row('z')], total: 10 })).toBeNull();
  expect(withChangedRows(data, 'city', ['a'], { rows: [row('a', { city: 'Ystad' })], total: 9 })).toBeNull();
});
