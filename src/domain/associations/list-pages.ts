// One page of a list, by three ways: from the index in memory, by walking a sort's index in the database, and by rank.
import { Prisma } from '#prisma/client.ts';
import type { Db } from '../context.ts';
import { invalid } from '../errors.ts';
import type { Cursor } from '../paging.ts';
import { planOnce } from '../plan-once.ts';
import { endlessXid, type PageStart, type Selection } from '../search/filter-index.ts';
import { finishSortedPage, rowsOf, type SortedRow } from './list-rows.ts';
import { type Direction, type SortColumn, sortSql } from './sorting.ts';

/** Walks the sort's index in the database: the values, then what has none. */
export async function sortedPage(
  db: Db,
  where: Prisma.Sql,
  key: SortColumn,
  direction: Direction,
  limit: number,
  at: Cursor | null,
) {
  const { order, value, isNull, isValued, after, afterNull, nullable } = sortSql(key, direction);
  const wanted = limit + 1;
  let rows: SortedRow[] = [];
  if (at === null || at.value !== null) {
    ({ rows } = await rowsOf(
      db,
      Prisma.sql`SELECT a.*, ${value} AS sort_value FROM association a
        WHERE ${where} AND ${isValued} ${at ? Prisma.sql`AND ${after(at)}` : Prisma.empty}
        ORDER BY ${order} LIMIT ${wanted}`,
    ));
  }
  if (nullable && rows.length < wanted) {
    const past = at !== null && at.value === null ? Prisma.sql`AND ${afterNull(at)}` : Prisma.empty;
    const rest = await rowsOf(
      db,
      Prisma.sql`SELECT a.*, NULL AS sort_value FROM association a WHERE ${where} AND ${isNull} ${past}
        ORDER BY a.id LIMIT ${wanted - rows.length}`,
    );
    rows = [...rows, ...rest.rows];
  }
  return finishSortedPage(rows, limit);
}

/** So many rows after a cursor are looked at for one whose place in the order is known. */
const anchors = 40;

/** The rows behind a cursor as the database has them, and what each was last changed by (xid8). */
export interface RowsAfter {
  rows: { seq: number; changedBy: string }[];
  inNulls: boolean;
}

/** Asked beside the selection: neither needs the other. */
export async function readRowsAfter(
  db: Db,
  sort: SortColumn,
  direction: Direction,
  at: Cursor,
): Promise<RowsAfter> {
  const { isNull, isValued, after, afterNull, order } = sortSql(sort, direction);
  const inNulls = at.value === null;
  const where = inNulls
    ? Prisma.sql`${isNull} AND ${afterNull(at)}`
    : Prisma.sql`${isValued} AND ${after(at)}`;
  const rows = await db.$queryRaw<RowsAfter['rows']>`${planOnce}
    SELECT a.seq, a.change_xid::text AS "changedBy" FROM association a WHERE a.deleted_at IS NULL AND ${where}
    ORDER BY ${inNulls ? Prisma.sql`a.id` : order} LIMIT ${Prisma.raw(String(anchors))}`;
  return { rows, inNulls };
}

/** Of them those that stand where the selection knows them: one that moved since would lead the walk astray. */
function pageStartOf({ rows, inNulls }: RowsAfter, { horizon }: Selection): PageStart {
  const known = rows.filter(({ changedBy }) => BigInt(changedBy) < BigInt(horizon));
  return { seqs: known.map(({ seq }) => seq), inNulls, toTheEnd: rows.length < anchors };
}

/** Changes that the selection did not see: of any association, as that is planned once and mostly finds none. */
const changesSince = ({ horizon, snapshot }: Selection) =>
  Prisma.sql`association n WHERE n.change_xid >= ${horizon}::xid8 AND n.change_xid < ${Prisma.raw(`'${endlessXid}'`)}::xid8
    AND NOT pg_visible_in_snapshot(n.change_xid, ${snapshot}::pg_snapshot)`;

/**
 * A page `picked` from the rows that a selection named. Stale when one of those was changed after the selection was made:
 * it may have left the page, and rows that were not named may have taken its place.
 */
async function selectedPage(
  db: Db,
  selection: Selection,
  named: readonly number[],
  picked: Prisma.Sql,
  limit: number,
) {
  const changes = Prisma.sql`EXISTS (SELECT 1 FROM ${changesSince(selection)})`;
  const { rows, hasChanges } = await rowsOf(db, picked, { how: planOnce, changes });
  const changed = hasChanges
    ? await db.$queryRaw<unknown[]>`
        SELECT 1 FROM ${changesSince(selection)} AND n.seq = ANY (${[...named]}::int[]) LIMIT 1`
    : [];
  return { ...finishSortedPage(rows, limit), isStale: changed.length > 0 };
}

/**
 * The page from the few rows that the filter index says can stand on it; the database orders them. Null when the index
 * cannot tell: too much has changed since it was ordered.
 */
export async function indexedPage(
  db: Db,
  selection: Selection,
  sort: SortColumn,
  direction: Direction,
  limit: number,
  cursor: { at: Cursor; rowsAfter: RowsAfter } | null,
) {
  const { value, wholeOrder, isNull, after, afterNull } = sortSql(sort, direction);
  const candidates = selection.page({
    sort,
    direction,
    wanted: limit + 1,
    after: cursor && pageStartOf(cursor.rowsAfter, selection),
  });
  if (candidates === null) return null;
  const rest = !cursor
    ? Prisma.empty
    : cursor.rowsAfter.inNulls
      ? Prisma.sql`AND ${isNull} AND ${afterNull(cursor.at)}`
      : Prisma.sql`AND (${after(cursor.at)} OR ${isNull})`;
  const picked = Prisma.sql`SELECT a.*, ${value} AS sort_value FROM association a
    WHERE a.seq = ANY (${candidates}::int[]) AND a.deleted_at IS NULL ${rest}
    ORDER BY ${wholeOrder} LIMIT ${limit + 1}`;
  return selectedPage(db, selection, candidates, picked, limit);
}

/** The same by rank. Its cursors name rank and name, as no column holds a rank. */
export async function rankedIndexPage(
  db: Db,
  selection: Selection,
  limit: number,
  cursor: { at: RankCursor; rowsAfter: RowsAfter } | null,
) {
  const { after, wholeOrder } = sortSql('name', 'asc');
  const at = cursor?.at ?? null;
  const found = selection.ranked({
    wanted: limit + 1,
    after: cursor && { rank: cursor.at.rank, start: pageStartOf(cursor.rowsAfter, selection) },
  });
  if (found === null) return null;
  const rest = at
    ? Prisma.sql`AND (f.rank > ${at.rank}::int OR (f.rank = ${at.rank}::int AND ${after({ value: at.name, id: at.id })}))`
    : Prisma.empty;
  const seqs = found.map(({ seq }) => seq);
  const picked = Prisma.sql`SELECT a.*, ${rankMark}::text || f.rank::text || a.name_key AS sort_value
    FROM unnest(${seqs}::int[], ${found.map(({ rank }) => rank)}::int[]) AS f (seq, rank)
    JOIN association a ON a.seq = f.seq
    WHERE a.deleted_at IS NULL ${rest}
    ORDER BY f.rank, ${wholeOrder} LIMIT ${limit + 1}`;
  return selectedPage(db, selection, seqs, picked, limit);
}

export interface RankCursor {
  rank: number;
  name: string;
  id: string;
}

/** Tells a cursor of rank from one of the database's, which holds a number or a name: no name that is typed holds it. */
const rankMark = '\u0001';

/** Null for a cursor of another order. */
export function rankCursor({ value, id }: Cursor): RankCursor | null {
  if (typeof value !== 'string' || !value.startsWith(rankMark)) return null;
  const rank = Number(value[1]);
  if (!Number.isInteger(rank)) throw invalid('badCursor');
  return { rank, name: value.slice(2), id };
}

/** By how well the text fits as the database ranks it. */
export async function rankedPage(
  db: Db,
  where: Prisma.Sql,
  rank: Prisma.Sql,
  limit: number,
  at: Cursor | null,
) {
  const after = at
    ? Prisma.sql`WHERE (sort_value, id) < (${Number(at.value)}::float8, ${at.id}::uuid)`
    : Prisma.empty;
  const { rows } = await rowsOf(
    db,
    Prisma.sql`SELECT a.*, best.sort_value FROM (
        SELECT id, sort_value FROM (
          SELECT a.id, round((${rank})::numeric, 4)::float8 AS sort_value FROM association a WHERE ${where}) scored
        ${after} ORDER BY sort_value DESC, id DESC LIMIT ${limit + 1}) best
      JOIN association a ON a.id = best.id
      ORDER BY best.sort_value DESC, a.id DESC`,
  );
  return finishSortedPage(rows, limit);
}
