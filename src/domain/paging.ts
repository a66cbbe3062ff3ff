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
