// After a dump was restored on another server, rows bear transaction ids (xid8) that lie ahead there: they would count as
// just changed in every look until the server has caught up. They are stamped anew, in whatever table has such a column.
import type pg from 'pg';

/** Resolves with the tables that had such rows. */
export async function restampTransactions(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; column: string }>(`
    SELECT c.oid::regclass::text AS name, quote_ident(a.attname) AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.atttypid = 'xid8'::regtype AND NOT a.attisdropped AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
    ORDER BY 1`);
  const stamped: string[] = [];
  for (const { name, column } of rows) {
    const { rowCount } = await pool.query(
      `UPDATE ${name} SET ${column} = pg_current_xact_id() WHERE ${column} > (SELECT pg_current_xact_id())`,
    );
    if (rowCount) stamped.push(name);
  }
  return stamped;
}
