// The PostgreSQL that the tests run on, and the migrated template that every worker's database is a copy of.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '#adapters/db/client.ts';
import { connectOrStartEmbedded } from '#adapters/db/embedded.ts';
import { applyMigrations } from '#adapters/db/migrate.ts';
import { migrateQueue } from '#adapters/queue/migrate-queue.ts';
import type { Context } from '#domain/context.ts';
import { seedReference } from '#domain/municipalities/seed.ts';

export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** TEST_DATABASE_URL's server, else an embedded one that all test runs of this folder share. */
export async function openTestServer(): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  return connectOrStartEmbedded({
    dataDir: '.data/test',
    database: 'postgres',
    // Test data may vanish with the machine; not waiting for the disk makes them several times faster.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

export async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the template unless an earlier run with the same migrations and facts did; returns its name. */
export async function ensureTemplate(server: string): Promise<string> {
  const name = `kansli_template_${await contentHash()}`;
  await onServer(server, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('kansli_template'))`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await fillTemplate(databaseUrl(server, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

// Seeding writes with its transaction alone.
const nothingElse = { now: () => new Date() } as Pick<Context, 'providers' | 'log' | 'now'>;

async function fillTemplate(url: string): Promise<void> {
  await applyMigrations(url);
  await migrateQueue(url);
  const { db, close } = openDatabase(url, { max: 1 });
  try {
    await seedReference(
      { actor: { type: 'system', name: 'tests' }, requestId: 'tests', db, ...nothingElse },
      {},
    );
    await db.$executeRaw`CREATE SCHEMA kansli_test`;
    await db.$executeRaw`CREATE TABLE kansli_test.municipality AS TABLE public.municipality`;
  } finally {
    await close();
  }
}

async function contentHash(): Promise<string> {
  const hash = createHash('sha256');
  const folders = (await readdir('prisma/migrations', { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const files = folders.map(({ name }) => join('prisma/migrations', name, 'migration.sql')).sort();
  files.push(
    'prisma/reference/municipalities.json',
    'prisma/reference/registers.json',
    'tests/support/test-server.ts',
  );
  files.push('package-lock.json');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
