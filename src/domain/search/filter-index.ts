// Port: counts, selects, ranks and orders associations faster than a database can join them.
import type { Direction, SortColumn } from '../associations/sorting.ts';

/** No transaction has an id (xid8) as large: an upper end by which the planner takes what changed for few. */
export const endlessXid = '18446744073709551615';

export interface IndexedFilter {
  /** Folded words of a typed text (lib/search-words.ts); rows must hold them all. None: no text. */
  words: readonly string[];
  /** The same as they were typed, with their accents: what is written so comes first. */
  written: readonly string[];
  municipality: readonly string[];
  type: readonly string[];
  status: readonly string[];
  stage: readonly string[];
  /** User ids, and `none`. */
  owner: readonly string[];
  hasEmail: boolean | null;
}

/** Selects every living association. */
export const unfiltered: IndexedFilter = {
  words: [],
  written: [],
  municipality: [],
  type: [],
  status: [],
  stage: [],
  owner: [],
  hasEmail: null,
};

/** Where a page begins: the rows that stand behind its cursor now, in order, and where they end. */
export interface PageStart {
  seqs: readonly number[];
  /** They are rows without a value in the sort's column. */
  inNulls: boolean;
  /** There are no more rows of this kind (with a value, or without one) behind the cursor. */
  toTheEnd: boolean;
}

export interface PageWanted {
  sort: SortColumn;
  direction: Direction;
  wanted: number;
  after: PageStart | null;
}

/** A row and how well it fits the words: 0 best, 7 least. */
export interface Ranked {
  seq: number;
  rank: number;
}

export interface RankedPageWanted {
  wanted: number;
  /** The rank of the last row seen, and the rows behind it by name. */
  after: { rank: number; start: PageStart } | null;
}

export interface Selection {
  /** What had been committed when it was made (pg_snapshot). */
  snapshot: string;
  /** Transactions from this id (xid8) on may have changed rows after they were selected. */
  horizon: string;
  /** Exact, as of what was committed when `select` was called. */
  count: number;
  /** `association.seq` of every selected row; ask only when `count` is small. */
  seqs(): number[];
  /**
   * `association.seq` of rows among which the next `wanted` ones are: for the caller to order, and to cut behind its
   * cursor. Null when too much has changed since the orders were read.
   */
  page(wanted: PageWanted): number[] | null;
  /** The same by rank, and by name within a rank. */
  ranked(wanted: RankedPageWanted): Ranked[] | null;
}

export interface AssociationFilterIndex {
  /** Whether filters, orders and words have all been read; `off` where a process keeps no index. */
  state(): 'off' | 'reading' | 'ready';
  /** Null while the index cannot tell (being read, or too many texts have changed since): the caller asks the database. */
  select(filter: IndexedFilter): Promise<Selection | null>;
}
