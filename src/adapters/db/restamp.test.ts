import { expect, it } from 'vitest';
import { lookForChanges } from '#adapters/search/embedded/filter-rows.ts';
import { addAssociation } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { prepareDatabase } from '#wiring/prepare.ts';

// What pg_restore leaves on a server that has counted fewer transactions than the one the dump is from.
const ahead = `xid8 '9000000000'`;

it('stamps rows that come from another server anew, in every table that has a stamp', async () => {
  const { pool, url } = await testDatabase();
  await addAssociation(await testContext('manager'), { name: 'Återställda Klubben' });
  for (const [table, trigger] of [
    ['association', 'association_stamp'],
    ['association_search', 'association_search_stamp'],
  ]) {
    await pool.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
    await pool.query(`UPDATE ${table} SET change_xid = ${ahead}`);
    await pool.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
  }
  const look = async () => {
    const { horizon } = await lookForChanges(pool, null);
    return lookForChanges(pool, horizon);
  };
  const before = await look();
  expect([before.rows.length, before.texts.length]).toEqual([1, 1]);
  await prepareDatabase(url);
  const after = await look();
  expect([after.rows, after.texts]).toEqual([[], []]);
  const { rows } = await pool.query<{ name: string; n: number }>(`
    SELECT 'association' AS name, count(*)::int AS n FROM association WHERE change_xid > pg_current_xact_id()
    UNION ALL SELECT 'association_search', count(*)::int FROM association_search WHERE change_xid > pg_current_xact_id()`);
  expect(rows.every(({ n }) => n === 0)).toBe(true);
});
