// Migrations are applied once, in order and whole; the schema is compared with what they lead to.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { applyMigrations } from './migrate.ts';
import { createMigration, schemaDrift } from './schema-drift.ts';

const MODEL = `datasource db {
  provider = "postgresql"
}
model Society {
  id   Int    @id
  name String
  @@index([name])
  @@map("society")
}
`;
let folder: string;
let places: { migrations: string; schema: string };
let database: string;
let url: string;

async function query(sql: string, connection = url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: connection });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(places.migrations, name), { recursive: true });
  await writeFile(join(places.migrations, name, 'migration.sql'), sql);
}

beforeEach(async () => {
  const { server, prefix } = inject('run');
  database = `${prefix}m${crypto.randomUUID().slice(0, 8)}`;
  await query(`CREATE DATABASE ${database}`, server);
  url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  folder = await mkdtemp(join(tmpdir(), 'kansli-migrate-'));
  places = { migrations: join(folder, 'migrations'), schema: join(folder, 'schema') };
  await mkdir(places.schema);
  await writeFile(join(places.schema, 'base.prisma'), MODEL);
});
afterEach(async () => {
  await query(`DROP DATABASE ${database} WITH (FORCE)`, inject('run').server);
  await rm(folder, { recursive: true, force: true });
});

const create = (name: string, now = new Date('2026-01-02T03:04:05Z')) =>
  createMigration(url, name, { ...places, now });

describe('migrations', () => {
  it('are written from the schema, and applied once by two starts at the same time', async () => {
    const file = await create('First one');
    expect(file).toBe(join(places.migrations, '20260102030405_first_one', 'migration.sql'));
    const starts = await Promise.all([applyMigrations(url, places), applyMigrations(url, places)]);
    expect(starts.flat()).toEqual(['20260102030405_first_one']);
    expect(await query('SELECT count(*)::int FROM society')).toEqual([{ count: 0 }]);
    expect(await create('nothing new')).toBeUndefined();
    expect(await schemaDrift(url, places)).toEqual([]);
  });

  it('take in functions whose body has semicolons, as one step', async () => {
    await create('first');
    await addMigration(
      '20270101000000_trigger',
      `CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN NEW.name := upper(NEW.name) || ';'; RETURN NEW; END; $$;
       CREATE TRIGGER shout BEFORE INSERT ON society FOR EACH ROW EXECUTE FUNCTION shout();`,
    );
    await applyMigrations(url, places);
    expect(await query(`INSERT INTO society VALUES (1, 'bk') RETURNING name`)).toEqual([{ name: 'BK;' }]);
  });

  it('that fail leave nothing behind, say why, and may be mended and tried again', async () => {
    await create('first');
    const name = '20270101000000_bad';
    await addMigration(name, 'CREATE TABLE half (x int); SELECT nonsense;');
    await expect(applyMigrations(url, places)).rejects.toThrow(
      /20270101000000_bad .*"nonsense" does not exist/,
    );
    expect(
      await query(`SELECT to_regclass('half') AS half, to_regclass('society')::text AS society`),
    ).toEqual([{ half: null, society: 'society' }]);
    await addMigration(name, 'CREATE TABLE half (x int);');
    expect(await applyMigrations(url, places)).toEqual([name]);
  });

  it('that come before a failed one stay', async () => {
    await addMigration('20270101000000_good', 'CREATE TABLE good (x int);');
    await addMigration('20270102000000_bad', 'SELECT 1/0;');
    await addMigration('20270103000000_later', 'CREATE TABLE later (x int);');
    await expect(applyMigrations(url, places)).rejects.toThrow(
      /20270102000000_bad failed .*division by zero/,
    );
    expect(await query('SELECT migration_name AS name FROM _prisma_migrations')).toEqual([
      { name: '20270101000000_good' },
    ]);
    await addMigration('20270102000000_bad', 'SELECT 1;');
    expect(await applyMigrations(url, places)).toEqual(['20270102000000_bad', '20270103000000_later']);
  });

  it('are noted as Prisma notes them', async () => {
    const script = 'CREATE TABLE good (x int);';
    await addMigration('20270101000000_good', script);
    await applyMigrations(url, places);
    const [row] = await query('SELECT * FROM _prisma_migrations');
    expect(row).toMatchObject({
      checksum: createHash('sha256').update(script).digest('hex'),
      migration_name: '20270101000000_good',
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(row?.finished_at).toBeInstanceOf(Date);
  });

  it('that were changed after they had been applied are told, and not applied again', async () => {
    await addMigration('20270101000000_good', 'CREATE TABLE good (x int);');
    await applyMigrations(url, places);
    await addMigration('20270101000000_good', 'CREATE TABLE good (x bigint);');
    const lines: string[] = [];
    expect(await applyMigrations(url, { ...places, log: (line) => lines.push(line) })).toEqual([]);
    expect(lines.join()).toMatch(/20270101000000_good was changed after/);
  });

  it('that another tool has begun and never ended stop the start, named', async () => {
    await addMigration('20270101000000_good', 'SELECT 1;');
    await applyMigrations(url, places);
    await query('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(applyMigrations(url, places)).rejects.toThrow(
      /20270101000000_good was begun and never ended/,
    );
    await query('UPDATE _prisma_migrations SET rolled_back_at = now()');
    expect(await applyMigrations(url, places)).toEqual(['20270101000000_good']);
  });

  it('that this version does not know stop the start, named, before anything is applied', async () => {
    await addMigration('20270102000000_newer', 'CREATE TABLE newer (x int);');
    await applyMigrations(url, places);
    await rm(join(places.migrations, '20270102000000_newer'), { recursive: true });
    await addMigration('20270101000000_good', 'CREATE TABLE good (x int);');
    await expect(applyMigrations(url, places)).rejects.toThrow(
      /20270102000000_newer was applied .*another version/,
    );
    expect(await query("SELECT to_regclass('good') AS found")).toEqual([{ found: null }]);
  });
});

describe('schema drift', () => {
  it('is a column that no migration makes', async () => {
    await create('first');
    await writeFile(
      join(places.schema, 'base.prisma'),
      MODEL.replace('name String', 'name String\n  city String?'),
    );
    expect((await schemaDrift(url, places)).join()).toContain('ADD COLUMN     "city" TEXT');
  });

  it('is not what is written by hand: expressions, functions, and indexes with names of their own', async () => {
    const file = (await create('first')) ?? '';
    const own = `
      CREATE INDEX society_name_fold ON society (lower(name));
      CREATE INDEX society_by_name ON society (name COLLATE "sv-SE-x-icu", id);
      ALTER TABLE society ADD CONSTRAINT society_has_name CHECK (name <> '');`;
    await writeFile(file, (await readFile(file, 'utf8')) + own);
    expect(await schemaDrift(url, places)).toEqual([]);
  });

  it('is an index that the schema no longer asks for', async () => {
    await create('first');
    await writeFile(join(places.schema, 'base.prisma'), MODEL.replace('  @@index([name])\n', ''));
    expect((await schemaDrift(url, places)).join()).toContain('DROP INDEX "society_name_idx"');
  });
});
