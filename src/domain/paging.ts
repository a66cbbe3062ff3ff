// Keyset paging: a cursor names the last row seen, so that page 5,000 costs what page 1 costs.
import { z } from 'zod';
import { invalid } from './errors.ts';

export const maxPageSize = 200;
export const PageSize = z.int().min(1).max(maxPageSize).default(50);
export const CursorText = z.string().max(2_000);

/** `value` is the sort key of the last row (null sorts last), `id` breaks ties. */
export interface Cursor {
  value: string | number | null;
  id: string;
}

const CursorShape = z.strictObject({
  value: z.union([z.string().max(1_000), z.number(), z.null()]),
  id: z.string().max(100),
});

/** The time in a cursor of rows sorted by time. */
export function timeOf({ value }: Cursor): Date {
  const time = new Date(String(value));
  if (Number.isNaN(time.getTime())) throw invalid('badCursor');
  return time;
}

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Throws `invalid badCursor` for anything that writeCursor() cannot have written; `Id` says what ids look like. */
export function readCursor(text: string, Id: z.ZodType<string> = z.uuid()): Cursor {
  try {
    const cursor = CursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { ...cursor, id: Id.parse(cursor.id) };
  } catch {
    throw invalid('badCursor');
  }
}

/** A page of `rows`, of which there is one more than fits when the list goes on. */
export function finishPage<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => Cursor) {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    nextCursor: last === undefined ? null : writeCursor(cursorOf(last)),
  };
}

interface Keyset<Row> {
  /** So many rows in the list's order, after that place; null is the start. */
  read: (after: Cursor | null, count: number) => Promise<readonly Row[]>;
  /** Where a row stands: what the order goes by, and an id that no other row has. */
  cursorOf: (row: Row) => Cursor;
  /** What ids look like, where they are no UUIDs. */
  Id?: z.ZodType<string>;
}

/** One page after the place that a cursor names. A wrong cursor is refused before anything is read. */
export async function keysetPage<Row>(
  { limit, cursor }: { limit: number; cursor?: string | null | undefined },
  { read, cursorOf, Id }: Keyset<Row>,
) {
  const after = cursor ? readCursor(cursor, Id) : null;
  return finishPage(await read(after, limit + 1), limit, cursorOf);
}
