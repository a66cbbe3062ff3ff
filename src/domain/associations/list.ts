// The list: rows by keyset at the same price at any depth, and the exact count of what the filter selects.
import type { z } from 'zod';
import type { Prisma } from '#prisma/client.ts';
import type { Db } from '../context.ts';
import { unavailable } from '../errors.ts';
import { query } from '../operation.ts';
import { type Cursor, readCursor } from '../paging.ts';
import type { AssociationFilterIndex, Selection } from '../search/filter-index.ts';
import type { AssociationSearch } from '../search/provider.ts';
import {
  indexedPage,
  rankCursor,
  rankedIndexPage,
  rankedPage,
  readRowsAfter,
  sortedPage,
} from './list-pages.ts';
import { selectAssociations, whereAssociations, whereSelected } from './records.ts';
import { ListAssociations } from './schema.ts';

/** Ranking every match of a word that most names have would cost more than it tells: beyond this, names are sorted. */
const mostRanked = 2_000;

export const listAssociations = query({
  name: 'association.list',
  input: ListAssociations,
  allow: 'association.read',
  async run({ db, providers }, { cursor, ...wanted }) {
    const at = cursor ? readCursor(cursor) : null;
    const found =
      (await fromIndex(db, providers.filters, wanted, at)) ??
      (await fromDatabase(db, providers.search, wanted, at));
    // The total belongs to the first page; later pages do not count again.
    return { ...found, total: at === null ? found.total : null };
  },
});

/** A page whose rows changed while it was read is read again; in a storm of changes the database has the last word. */
const mostAttempts = 3;

type Wanted = Omit<z.output<typeof ListAssociations>, 'cursor'>;

const isRanked = ({ sort, q }: Wanted) => sort === 'relevance' && q !== '';
const orderOf = ({ sort }: Wanted) => (sort === 'relevance' ? 'name' : sort);

/** Null when the index in memory cannot tell, or did not begin the list that the cursor goes on with. */
async function fromIndex(db: Db, index: AssociationFilterIndex, wanted: Wanted, at: Cursor | null) {
  const { order: direction, limit } = wanted;
  // Only where ranks are asked for: in any other order a value is what a person typed, whatever it begins with.
  const place = isRanked(wanted) && at ? rankCursor(at) : null;
  if (isRanked(wanted) && at && !place) return null;
  for (let attempt = 1; ; attempt += 1) {
    const [selection, rowsAfter] = await Promise.all([
      selectAssociations(wanted, index),
      place
        ? readRowsAfter(db, 'name', 'asc', { value: place.name, id: place.id })
        : at && readRowsAfter(db, orderOf(wanted), direction, at),
    ]);
    const page =
      selection &&
      (isRanked(wanted)
        ? await rankedIndexPage(db, selection, limit, place && rowsAfter && { at: place, rowsAfter })
        : await indexedPage(
            db,
            selection,
            orderOf(wanted),
            direction,
            limit,
            at && rowsAfter && { at, rowsAfter },
          ));
    if (page?.isStale && attempt < mostAttempts) continue;
    if (page?.isStale && !isRanked(wanted)) return null;
    if (selection && page) return { rows: page.rows, nextCursor: page.nextCursor, total: selection.count };
    return fromSelection(db, selection, wanted, at);
  }
}

/** When the index knows which rows, but not in which order they come. */
async function fromSelection(db: Db, selection: Selection | null, wanted: Wanted, at: Cursor | null) {
  const { order: direction, limit } = wanted;
  // Ranks of its own are known to the index alone; it will be there again in a moment.
  if (isRanked(wanted) && at) throw unavailable('tryAgain');
  const where = selection && !isRanked(wanted) ? whereSelected(selection, wanted) : null;
  if (!selection || !where) return null;
  return { ...(await sortedPage(db, where, orderOf(wanted), direction, limit, at)), total: selection.count };
}

async function fromDatabase(db: Db, search: AssociationSearch, wanted: Wanted, at: Cursor | null) {
  const { order: direction, limit } = wanted;
  const { where, rank } = await whereAssociations(wanted, search);
  const counting = at === null ? countWhere(db, where) : Promise.resolve(null);
  if (!isRanked(wanted) || !rank) {
    const [page, total] = await Promise.all([
      sortedPage(db, where, orderOf(wanted), direction, limit, at),
      counting,
    ]);
    return { ...page, total };
  }
  const total = await counting;
  const byRank = at ? typeof at.value === 'number' : (total ?? 0) <= mostRanked;
  const page = byRank
    ? await rankedPage(db, where, rank, limit, at)
    : await sortedPage(db, where, 'name', 'asc', limit, at);
  return { ...page, total };
}

export async function countWhere(db: Db, where: Prisma.Sql): Promise<number> {
  const [found] = await db.$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM association a WHERE ${where}`;
  return found?.n ?? 0;
}
