// Paging: each row once, whatever the values are, and a cursor that nobody wrote is refused.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Cursor, keysetPage, timeOf, writeCursor } from './paging.ts';

interface Row {
  id: string;
  points: number;
}
const row = (n: number, points: number): Row => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  points,
});
/** Most points first, and then by id: most rows have the same number of points. */
const rows = [row(4, 9), row(1, 5), row(2, 5), row(3, 5), row(5, 5), row(6, 1)];

function pageOf(wanted: { limit: number; cursor?: string | null }) {
  return keysetPage(wanted, {
    read: async (after, count) =>
      rows
        .filter(
          ({ id, points }) =>
            after === null ||
            points < Number(after.value) ||
            (points === Number(after.value) && id > after.id),
        )
        .slice(0, count),
    cursorOf: ({ points, id }) => ({ value: points, id }),
  });
}

it.each([1, 2, 3, 5, 6, 7])(
  'brings each row once, in order, also where values are equal: %i a page',
  async (limit) => {
    const seen: Row[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: Row[]; nextCursor: string | null } = await pageOf({ limit, cursor });
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      seen.push(...page.rows);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(rows);
  },
);

it('says that a list has ended where its last row fills the page', async () => {
  expect((await pageOf({ limit: 6 })).nextCursor).toBeNull();
  expect((await pageOf({ limit: 5 })).nextCursor).not.toBeNull();
});

it.each([
  ['no cursor at all', 'nonsense'],
  ['JSON of another shape', Buffer.from('{"page":2}').toString('base64url')],
  ['an id that is none', writeCursor({ value: 1, id: 'row 7' })],
  ['more than a cursor', Buffer.from('{"value":1,"id":"7","and":"more"}').toString('base64url')],
])('refuses %s before it reads anything', async (_, cursor) => {
  let reads = 0;
  const read = async (_after: Cursor | null): Promise<Row[]> => {
    reads += 1;
    return [];
  };
  const page = keysetPage({ limit: 2, cursor }, { read, cursorOf: ({ id }) => ({ value: null, id }) });
  await expect(page).rejects.toMatchObject({ code: 'invalid', messageKey: 'badCursor' });
  expect(reads).toBe(0);
});

it('takes ids of other kinds where they are named, and times that are times', async () => {
  const cursor = writeCursor({ value: 'yesterday', id: 'run:4' });
  const places: (Cursor | null)[] = [];
  await keysetPage(
    { limit: 2, cursor },
    {
      Id: z.templateLiteral(['run:', z.int()]),
      read: async (after) => {
        places.push(after);
        return [];
      },
      cursorOf: (id: string) => ({ value: null, id }),
    },
  );
  expect(places).toEqual([{ value: 'yesterday', id: 'run:4' }]);
  expect(() => timeOf({ value: 'yesterday', id: 'run:4' })).toThrow(
    expect.objectContaining({ messageKey: 'badCursor' }),
  );
});
