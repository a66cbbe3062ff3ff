// Migrations that add a promise apply on a database in which it was broken before.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { applyMigrations } from './migrate.ts';

const MIGRATIONS = join(process.cwd(), 'prisma', 'migrations');
const SUBJECT = 'people_and_events';
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;

let folder: string;
let database: string;
let client: pg.Client;

async function onServer(sql: string): Promise<void> {
  const server = new pg.Client({ connectionString: inject('run').server });
  await server.connect();
  await server.query(sql).finally(() => server.end());
}

/** The database as the migrations before `SUBJECT` leave it. */
async function migrateUpToSubject(url: string): Promise<void> {
  for (const entry of await readdir(MIGRATIONS, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    if (entry.name.endsWith(SUBJECT)) break;
    await cp(join(MIGRATIONS, entry.name), join(folder, entry.name), { recursive: true });
  }
  await applyMigrations(url, { migrations: folder });
}

let url: string;
beforeEach(async () => {
  const { server, prefix } = inject('run');
  database = `${prefix}f${crypto.randomUUID().slice(0, 8)}`;
  await onServer(`CREATE DATABASE ${database}`);
  url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  folder = await mkdtemp(join(tmpdir(), 'kansli-migrations-'));
  await migrateUpToSubject(url);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
  await rm(folder, { recursive: true, force: true });
});

it('tags that differ by capitals become one, open memberships the first, unknown people none', async () => {
  await client.query(`
    INSERT INTO municipality (code, name, county, county_code, province, lat, lon)
      VALUES ('0180', 'Stockholm', 'Stockholms län', '01', 'Uppland', 59, 18);
    INSERT INTO association (id, name, municipality_code, deleted_by_id) VALUES
      ('${id(1)}', 'Ekbackens IF', '0180', '${id(99)}'), ('${id(2)}', 'Näs BK', '0180', NULL);
    INSERT INTO tag (id, name, colour, created_at) VALUES
      ('${id(11)}', 'Lokal', 'blue', '2026-01-01'), ('${id(12)}', 'LOKAL', 'red', '2026-01-02'), ('${id(13)}', 'Ö', 'red', '2026-01-02');
    INSERT INTO association_tag (association_id, tag_id) VALUES
      ('${id(1)}', '${id(11)}'), ('${id(1)}', '${id(12)}'), ('${id(2)}', '${id(12)}'), ('${id(2)}', '${id(13)}');
    INSERT INTO membership_period (id, association_id, started_at, ended_at) VALUES
      ('${id(21)}', '${id(1)}', '2025-05-01', NULL), ('${id(22)}', '${id(1)}', '2024-05-01', NULL),
      ('${id(23)}', '${id(1)}', '2020-05-01', '2021-01-01');
    INSERT INTO import_run (id, state, started_by_id, channel) VALUES ('${id(31)}', 'DONE', '${id(99)}', 'web');
    INSERT INTO invitation (id, email, name, role, token_hash, expires_at, created_by_id)
      VALUES ('${id(41)}', 'kim@foreningar.example', 'Kim', 'user', 'x', '2026-01-01', '${id(99)}');`);

  expect((await applyMigrations(url, { migrations: MIGRATIONS }))[0]).toContain(SUBJECT);

  const rows = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows;
  expect(await rows('SELECT id, name FROM tag ORDER BY id')).toEqual([
    [id(11), 'Lokal'],
    [id(13), 'Ö'],
  ]);
  expect(await rows('SELECT association_id, tag_id FROM association_tag ORDER BY 1, 2')).toEqual([
    [id(1), id(11)],
    [id(2), id(11)],
    [id(2), id(13)],
  ]);
  expect(await rows('SELECT id FROM membership_period ORDER BY id')).toEqual([[id(22)], [id(23)]]);
  expect(await rows('SELECT count(*)::int FROM association WHERE deleted_by_id IS NOT NULL')).toEqual([[0]]);
  expect(await rows('SELECT started_by_id FROM import_run')).toEqual([[null]]);
  await expect(
    client.query(
      `INSERT INTO membership_period (id, association_id, started_at) VALUES ('${id(24)}', '${id(1)}', '2026-01-01')`,
    ),
  ).rejects.toThrow('membership_period_one_open');
});
