// Reads the filterable columns: all of them, or those that transactions have touched since an earlier look.
import type pg from 'pg';
import { endlessXid } from '#domain/search/filter-index.ts';
import type { TextRow } from './text-index.ts';
import { textColumns } from './text-rows.ts';

export interface Row {
  seq: number;
  living: boolean;
  status: string;
  stage: string;
  owner: string | null;
  hasEmail: boolean;
  types: string[];
  listings: string[];
}

export interface Look {
  rows: Row[];
  texts: TextRow[];
  /** Every transaction below it had ended at this look: the next look asks from here. */
  horizon: string;
  epoch: string | null;
  /** What had been committed at this look (pg_snapshot). */
  snapshot: string;
}

const columns = `a.seq, a.deleted_at IS NULL AS living, a.crm_status::text AS status, a.pipeline::text AS stage,
  a.owner_id AS owner, a.has_email AS "hasEmail", a.types,
  ARRAY(SELECT l.municipality_code FROM association_listing l WHERE l.association_id = a.id) AS listings`;

const moment = `pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, pg_current_snapshot()::text AS snapshot, (SELECT n::text FROM association_epoch) AS epoch`;

/** With an upper end the planner takes the rows for few, also before it has statistics, and goes by the index. */
const touched = (alias: string) =>
  `${alias}.change_xid >= $1::xid8 AND ${alias}.change_xid < '${endlessXid}'::xid8`;

/**
 * What was touched by transactions from `since` on, some of it perhaps seen before; nothing when `since` is null.
 * Rows, horizon and epoch are of one moment.
 */
export async function lookForChanges(pool: pg.Pool, since: string | null): Promise<Look> {
  const values = [since ?? endlessXid];
  const glance = await pool.query<Omit<Look, 'rows' | 'texts'> & { isChanged: boolean }>({
    name: 'filter-glance',
    text: `SELECT ${moment}, EXISTS (SELECT 1 FROM association a WHERE ${touched('a')})
        OR EXISTS (SELECT 1 FROM association_search s WHERE ${touched('s')}) AS "isChanged"`,
    values,
  });
  // Most calls find nothing new, and the question for more would be planned each time.
  const [seen] = glance.rows;
  if (seen && !seen.isChanged) return { ...seen, rows: [], texts: [] };
  const { rows } = await pool.query<
    Omit<Look, 'rows' | 'texts'> & { rows: Row[] | null; texts: TextRow[] | null }
  >({
    name: 'filter-look',
    text: `SELECT ${moment},
        (SELECT json_agg(row_to_json(r)) FROM (SELECT ${columns} FROM association a WHERE ${touched('a')}) r) AS rows,
        (SELECT json_agg(row_to_json(t)) FROM (SELECT ${textColumns} FROM association_search s
          JOIN association a ON a.id = s.association_id WHERE ${touched('s')}) t) AS texts`,
    values,
  });
  const [look] = rows;
  if (!look) throw new Error('the filter index got no answer');
  return { ...look, rows: look.rows ?? [], texts: look.texts ?? [] };
}

export const isNewer = (one: Look, other: Look): boolean => BigInt(one.horizon) >= BigInt(other.horizon);

/** Few enough that people's calls come in between. */
const chunk = 5_000;

/** Every association, in chunks. Rows that change meanwhile are seen again by the first look afterwards. */
export async function* readAll(pool: pg.Pool): AsyncGenerator<Row[]> {
  for (let after = 0; ; ) {
    const { rows } = await pool.query<Row>(
      `SELECT ${columns} FROM association a WHERE a.seq > $1 ORDER BY a.seq LIMIT ${chunk}`,
      [after],
    );
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return;
    after = last.seq;
  }
}
