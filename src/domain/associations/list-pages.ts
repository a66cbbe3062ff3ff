// One page of a list, by three ways: from the index in memory, by walking a sort's index in the database, and by rank.
import { Prisma } from '#prisma/client.ts';
import type { Db } from '../context.ts';
import { invalid } from '../errors.ts';
import type { Cursor } from '../paging.ts';
import { planOnce } from '../plan-once.ts';
import type { Selection } from '../search/filter-index.ts';
import { finishPage, rowsOf, type SortedRow } from './list-rows.ts';
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
    rows = await rowsOf(
      db,
      Prisma.sql`SELECT a.*, ${value} AS sort_value FROM association a
        WHERE ${where} AND ${isValued} ${at ? Prisma.sql`AND ${after(at)}` : Prisma.empty}
        ORDER BY ${order} LIMIT ${wanted}`,
      order,
    );
  }
  if (nullable && rows.length < wanted) {
    const past = at !== null && at.value === null ? Prisma.sql`AND ${afterNull(at)}` : Prisma.empty;
    const rest = await rowsOf(
      db,
      Prisma.sql`SELECT a.*, NULL AS sort_value FROM association a WHERE ${where} AND ${isNull} ${past}
        ORDER BY a.id LIMIT ${wanted - rows.length}`,
      Prisma.sql`a.id`,
    );
    rows = [...rows, ...rest];
  }
  return finishPage(rows, limit);
}

/** So many rows after a cursor are looked at for one whose place in the order is known. */
const anchors = 40;

/** Of rows that stand where the selection knows them: one that moved since would lead the walk astray. */
async function followingSeqs(db: Db, { horizon }: Selection, behind: Prisma.Sql, order: Prisma.Sql) {
  const rows = await db.$queryRaw<{ seq: number }[]>`${planOnce}
    SELECT a.seq FROM association a WHERE a.deleted_at IS NULL AND ${behind} AND a.change_xid < ${horizon}::xid8 ORDER BY ${order} LIMIT ${Prisma.raw(String(anchors))}`;
  return { seqs: rows.map(({ seq }) => seq), toTheEnd: rows.length < anchors };
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
  at: Cursor | null,
) {
  const { value, wholeOrder, isNull, isValued, after, afterNull, order } = sortSql(sort, direction);
  const inNulls = at !== null && at.value === null;
  const beyond = at === null ? null : inNulls ? Prisma.sql`${isNull} AND ${afterNull(at)}` : after(at);
  const following = beyond
    ? await followingSeqs(
        db,
        selection,
        Prisma.sql`${inNulls ? isNull : isValued} AND ${beyond}`,
        inNulls ? Prisma.sql`a.id` : order,
      )
    : null;
  const candidates = selection.page({
    sort,
    direction,
    wanted: limit + 1,
    after: following && { ...following, inNulls },
  });
  if (candidates === null) return null;
  const rest = beyond
    ? Prisma.sql`AND (${beyond}${inNulls ? Prisma.empty : Prisma.sql` OR ${isNull}`})`
    : Prisma.empty;
  const rows = await rowsOf(
    db,
    Prisma.sql`SELECT a.*, ${value} AS sort_value FROM association a
      WHERE a.seq = ANY (${candidates}::int[]) AND a.deleted_at IS NULL ${rest}
      ORDER BY ${wholeOrder} LIMIT ${limit + 1}`,
    wholeOrder,
    planOnce,
  );
  return finishPage(rows, limit, candidates.length > limit);
}

/** The same by rank. Its cursors name rank and name, as no column holds a rank. */
export async function rankedIndexPage(db: Db, selection: Selection, limit: number, at: RankCursor | null) {
  const { after, order, wholeOrder } = sortSql('name', 'asc');
  const behind = at && after({ value: at.name, id: at.id });
  const following = behind ? await followingSeqs(db, selection, Prisma.sql`${behind}`, order) : null;
  const found = selection.ranked({
    wanted: limit + 1,
    after: at && following && { rank: at.rank, following: { ...following, inNulls: false } },
  });
  if (found === null) return null;
  const rest =
    at && behind
      ? Prisma.sql`AND (f.rank > ${at.rank}::int OR (f.rank = ${at.rank}::int AND ${behind}))`
      : Prisma.empty;
  const rows = await rowsOf(
    db,
    Prisma.sql`SELECT a.*, ${rankMark}::text || f.rank::text || a.name AS sort_value
      FROM unnest(${found.map(({ seq }) => seq)}::int[], ${found.map(({ rank }) => rank)}::int[]) AS f (seq, rank)
      JOIN association a ON a.seq = f.seq
      WHERE a.deleted_at IS NULL ${rest}
      ORDER BY f.rank, ${wholeOrder} LIMIT ${limit + 1}`,
    Prisma.sql`left(a.sort_value, 2), ${wholeOrder}`,
    planOnce,
  );
  return finishPage(rows, limit, found.length > limit);
}

export interface RankCursor {
  rank: number;
  name: string;
  id: string;
}

/** No name holds it, so that no cursor of another order is taken for one of rank. */
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
  const rows = await rowsOf(
    db,
    Prisma.sql`SELECT a.*, best.sort_value FROM (
        SELECT id, sort_value FROM (
          SELECT a.id, round((${rank})::numeric, 4)::float8 AS sort_value FROM association a WHERE ${where}) scored
        ${after} ORDER BY sort_value DESC, id DESC LIMIT ${limit + 1}) best
      JOIN association a ON a.id = best.id`,
    Prisma.sql`a.sort_value DESC, a.id DESC`,
  );
  return finishPage(rows, limit);
}
