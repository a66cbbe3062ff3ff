// The list: rows by keyset at the same price at any depth, and the exact count of what the filter selects.
import { Prisma } from '#prisma/client.ts';
import type { Db } from '../context.ts';
import { query } from '../operation.ts';
import { type Cursor, readCursor, writeCursor } from '../paging.ts';
import { planOnce } from '../plan-once.ts';
import type { Selection } from '../search/filter-index.ts';
import { selectAssociations, whereAssociations } from './records.ts';
import type { CrmStatus, PipelineStage } from './rules.ts';
import { ListAssociations } from './schema.ts';
import { type Direction, type SortColumn, sortSql } from './sorting.ts';

export interface AssociationRow {
  id: string;
  name: string;
  orgNumber: string | null;
  municipalityCode: string;
  municipality: string;
  types: string[];
  activities: string[];
  city: string | null;
  email: string | null;
  phone: string | null;
  hasEmail: boolean;
  crmStatus: CrmStatus;
  pipeline: PipelineStage;
  memberSince: Date | null;
  ownerId: string | null;
  owner: string | null;
  qualityScore: number;
  lastActivityAt: Date | null;
  updatedAt: Date;
  createdAt: Date;
  incomplete: boolean;
  contact: string | null;
}

/** Ranking every match of a word that most names have would cost more than it tells: beyond this, names are sorted. */
const mostRanked = 2_000;

const columns = Prisma.sql`
  a.id, a.name, a.org_number AS "orgNumber", a.municipality_code AS "municipalityCode", m.name AS municipality,
  a.types, a.activities, a.city, a.email, a.phone, a.has_email AS "hasEmail", a.crm_status::text AS "crmStatus",
  a.pipeline::text AS pipeline, a.member_since AS "memberSince", a.owner_id AS "ownerId", u.name AS owner,
  a.quality_score AS "qualityScore", a.last_activity_at AS "lastActivityAt", a.updated_at AS "updatedAt",
  a.created_at AS "createdAt", a.incomplete, c.name AS contact`;

export const listAssociations = query({
  name: 'association.list',
  input: ListAssociations,
  allow: 'association.read',
  async run({ db, providers }, { sort, direction, limit, cursor, ...filter }) {
    const at = cursor ? readCursor(cursor) : null;
    const selected = await selectAssociations(filter, providers.filters);
    if (selected) {
      const key = sort === 'relevance' ? 'name' : sort;
      const page =
        (await indexedPage(db, selected.selection, key, direction, limit, at)) ??
        (await sortedPage(db, selected.where(), key, direction, limit, at));
      return { ...page, total: at === null ? selected.selection.count : null };
    }
    const clause = await whereAssociations(filter, providers.search);
    // The total belongs to the first page; later pages do not count again.
    const counting = at === null ? countWhere(db, clause.where) : Promise.resolve(null);
    if (sort === 'relevance' && clause.rank) {
      const total = await counting;
      const ranked = at ? typeof at.value === 'number' : (total ?? 0) <= mostRanked;
      const page = ranked
        ? await rankedPage(db, clause.where, clause.rank, limit, at)
        : await sortedPage(db, clause.where, 'name', 'asc', limit, at);
      return { ...page, total };
    }
    const key = sort === 'relevance' ? 'name' : sort;
    const [page, total] = await Promise.all([
      sortedPage(db, clause.where, key, direction, limit, at),
      counting,
    ]);
    return { ...page, total };
  },
});

export async function countWhere(db: Db, where: Prisma.Sql): Promise<number> {
  const [found] = await db.$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM association a WHERE ${where}`;
  return found?.n ?? 0;
}

type Sorted = AssociationRow & { sortValue: string | number | null };

const finish = (rows: Sorted[], limit: number) => {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map(({ sortValue: _, ...row }): AssociationRow => row),
    nextCursor: last ? writeCursor({ value: last.sortValue, id: last.id }) : null,
  };
};

/** The page's ids first, on the sort index alone; names of municipality, owner and contact are joined to those few. */
const rowsOf = (db: Db, picked: Prisma.Sql, order: Prisma.Sql, how = Prisma.empty) => db.$queryRaw<
  Sorted[]
>`${how}
  SELECT ${columns}, p.sort_value AS "sortValue"
  FROM (${picked}) p
  JOIN association a ON a.id = p.id
  JOIN municipality m ON m.code = a.municipality_code
  LEFT JOIN "user" u ON u.id = a.owner_id
  LEFT JOIN contact c ON c.association_id = a.id AND c.is_primary AND c.deleted_at IS NULL
  ORDER BY ${order}`;

/** Walks the sort's index in the database: the values, then what has none. */
async function sortedPage(
  db: Db,
  where: Prisma.Sql,
  key: SortColumn,
  direction: Direction,
  limit: number,
  at: Cursor | null,
) {
  const { order, value, isNull, isValued, after, afterNull, nullable } = sortSql(key, direction);
  const wanted = limit + 1;
  let rows: Sorted[] = [];
  if (at === null || at.value !== null) {
    rows = await rowsOf(
      db,
      Prisma.sql`SELECT a.id, ${value} AS sort_value FROM association a
        WHERE ${where} AND ${isValued} ${at ? Prisma.sql`AND ${after(at)}` : Prisma.empty}
        ORDER BY ${order} LIMIT ${wanted}`,
      order,
    );
  }
  if (nullable && rows.length < wanted) {
    const past = at !== null && at.value === null ? Prisma.sql`AND ${afterNull(at)}` : Prisma.empty;
    const rest = await rowsOf(
      db,
      Prisma.sql`SELECT a.id, NULL AS sort_value FROM association a WHERE ${where} AND ${isNull} ${past}
        ORDER BY a.id LIMIT ${wanted - rows.length}`,
      Prisma.sql`a.id`,
    );
    rows = [...rows, ...rest];
  }
  return finish(rows, limit);
}

/** So many rows after a cursor are looked at for one whose place in the order is known. */
const anchors = 40;

/**
 * The page from the few rows that the filter index says can stand on it; the database orders them. Null when the index
 * cannot tell: too much has changed since it was ordered.
 */
async function indexedPage(
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
    ? await db.$queryRaw<{ seq: number }[]>`
        SELECT a.seq FROM association a WHERE a.deleted_at IS NULL AND ${inNulls ? isNull : isValued} AND ${beyond}
        ORDER BY ${inNulls ? Prisma.sql`a.id` : order} LIMIT ${anchors}`
    : null;
  const candidates = selection.page({
    sort,
    direction,
    wanted: limit + 1,
    after: following && {
      seqs: following.map(({ seq }) => seq),
      inNulls,
      toTheEnd: following.length < anchors,
    },
  });
  if (candidates === null) return null;
  const rest = beyond
    ? Prisma.sql`AND (${beyond}${inNulls ? Prisma.empty : Prisma.sql` OR ${isNull}`})`
    : Prisma.empty;
  const rows = await rowsOf(
    db,
    Prisma.sql`SELECT a.id, ${value} AS sort_value FROM association a
      WHERE a.seq = ANY (${candidates}::int[]) AND a.deleted_at IS NULL ${rest}
      ORDER BY ${wholeOrder} LIMIT ${limit + 1}`,
    wholeOrder,
    Prisma.raw(planOnce),
  );
  return finish(rows, limit);
}

async function rankedPage(db: Db, where: Prisma.Sql, rank: Prisma.Sql, limit: number, at: Cursor | null) {
  const after = at
    ? Prisma.sql`WHERE (sort_value, id) < (${Number(at.value)}::float8, ${at.id}::uuid)`
    : Prisma.empty;
  const rows = await rowsOf(
    db,
    Prisma.sql`SELECT id, sort_value FROM (
        SELECT a.id, round((${rank})::numeric, 4)::float8 AS sort_value FROM association a WHERE ${where}) scored
      ${after} ORDER BY sort_value DESC, id DESC LIMIT ${limit + 1}`,
    Prisma.sql`p.sort_value DESC, a.id DESC`,
  );
  return finish(rows, limit);
}
