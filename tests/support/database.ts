// A real PostgreSQL database for each test worker, emptied before the first use in each test.
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#adapters/db/client.ts';
import type { Db } from '#domain/context.ts';
import { databaseUrl, onServer } from './test-server.ts';

export interface TestDatabase extends Database {
  url: string;
}

let opening: Promise<TestDatabase> | undefined;
let emptying: Promise<void> | undefined;

/** This worker's database; the first call in a test empties it (the municipalities stay). */
export async function testDatabase(): Promise<TestDatabase> {
  opening ??= open();
  const database = await opening;
  emptying ??= empty(database.pool);
  await emptying;
  return database;
}

export function forgetRows(): void {
  emptying = undefined;
}

export async function closeTestDatabase(): Promise<void> {
  const database = await opening;
  opening = undefined;
  await database?.close();
}

/** A database of its own, made from the template, for tests that break connections or need two. */
export async function separateDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { server, template, prefix } = inject('run');
  const name = `${prefix}x${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: databaseUrl(server, name),
    drop: async () => {
      await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function open(): Promise<TestDatabase> {
  const { server, template, prefix } = inject('run');
  const name = `${prefix}${process.env.VITEST_POOL_ID ?? '1'}`;
  await onServer(server, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = databaseUrl(server, name);
  return { ...openDatabase(url, { max: 6 }), url };
}

// Only tables with rows are touched: emptying thirty empty ones would take longer than most tests.
const emptyTables = `DO $$
DECLARE
  name text;
  filled boolean;
  full_tables text[] := '{}';
BEGIN
  FOR name IN SELECT format('%I', tablename) FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'municipality', 'association_epoch')
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', name) INTO filled;
    IF filled THEN full_tables := full_tables || name; END IF;
  END LOOP;
  IF cardinality(full_tables) > 0 THEN
    EXECUTE 'TRUNCATE ' || array_to_string(full_tables, ', ') || ' CASCADE';
  END IF;
  IF EXISTS ((TABLE municipality EXCEPT TABLE kansli_test.municipality)
    UNION ALL (TABLE kansli_test.municipality EXCEPT TABLE municipality)) THEN
    TRUNCATE municipality CASCADE;
    INSERT INTO municipality TABLE kansli_test.municipality;
  END IF;
END $$`;

async function empty(pool: pg.Pool): Promise<void> {
  await pool.query(emptyTables);
}

/** Row count and checksum of every table: equal before and after exactly when nothing was changed. */
export async function tableFingerprint(db: Db): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const selects = tables.map(({ name }) => {
    const table = pg.escapeIdentifier(name);
    return `SELECT ${pg.escapeLiteral(name)} AS name,
      count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM ${table} t`;
  });
  const sums = await db.$queryRawUnsafe<{ name: string; sum: string }[]>(selects.join(' UNION ALL '));
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}
