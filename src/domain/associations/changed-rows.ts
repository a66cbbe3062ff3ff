// What a list that is open must know of associations that changed, so that it need not read all its pages again.
import { Prisma } from '#prisma/client.ts';
import type { Db } from '../context.ts';
import { query } from '../operation.ts';
import { type Cursor, readCursor } from '../paging.ts';
import { countWhere } from './list.ts';
import { sortedPage } from './list-pages.ts';
import { selectAssociations, whereAssociations } from './records.ts';
import { ReadChangedRows } from './schema.ts';
import { sortSql } from './sorting.ts';

/**
 * Of `ids`, the rows that the filter selects and that stand before `cursor`, the end of what the list has read (all of it
 * without one), by name; `total` is how many the filter selects in all. Not for the order by relevance, which counts all.
 */
export const readChangedRows = query({
  name: 'association.changedRows',
  input: ReadChangedRows,
  allow: 'association.read',
  async run({ db, providers }, { ids, cursor, sort, order, ...filter }) {
    const [{ where }, selection] = await Promise.all([
      whereAssociations(filter, providers.search),
      selectAssociations(filter, providers.filters),
    ]);
    const read = cursor
      ? isBefore(sort === 'relevance' ? 'name' : sort, order, readCursor(cursor))
      : Prisma.sql`true`;
    const [{ rows }, total] = await Promise.all([
      sortedPage(
        db,
        Prisma.sql`a.id = ANY (${ids}::uuid[]) AND ${where} AND ${read}`,
        'name',
        'asc',
        ids.length,
        null,
      ),
      selection ? selection.count : countWhere(db as Db, where),
    ]);
    return { rows, total };
  },
});

function isBefore(...[sort, order, at]: [Parameters<typeof sortSql>[0], 'asc' | 'desc', Cursor]): Prisma.Sql {
  const { after, afterNull, isNull } = sortSql(sort, order);
  return at.value === null
    ? Prisma.sql`NOT (${isNull} AND ${afterNull(at)})`
    : Prisma.sql`NOT (${isNull} OR ${after(at)})`;
}
