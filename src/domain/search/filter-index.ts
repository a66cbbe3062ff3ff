// Port: counts and selects associations by their plain filters (no text) faster than a database can join them.

export interface PlainFilter {
  municipality: readonly string[];
  type: readonly string[];
  status: readonly string[];
  stage: readonly string[];
  /** User ids, and `none`. */
  owner: readonly string[];
  hasEmail: boolean | null;
}

export interface Selection {
  /** Exact, as of what was committed when `select` was called. */
  count: number;
  /** `association.seq` of every selected row; ask only when `count` is small. */
  seqs(): number[];
}

export interface AssociationFilterIndex {
  /** Null while the index is not there (being read, or out of memory limits): the caller asks the database. */
  select(filter: PlainFilter): Promise<Selection | null>;
}
