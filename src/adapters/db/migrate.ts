// The database's shape changes by the numbered scripts in prisma/migrations and by nothing else.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type SchemaEngine, withSchemaEngine } from './schema-engine.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MIGRATIONS = join(ROOT, 'prisma', 'migrations');
const SCHEMA = join(ROOT, 'prisma', 'schema');
const NO_FILTER = { externalTables: [], externalEnums: [] };
const LOCK = 5_267_254;
const LOCKFILE = 'provider = "postgresql"\n';

type Log = { log?: (line: string) => void };

/** Applies what is missing and returns the names; starts that do so at the same time wait for each other. */
export async function applyMigrations(
  url: string,
  { log = () => {}, migrations = MIGRATIONS }: Log & { migrations?: string } = {},
): Promise<string[]> {
  const turn = new pg.Client({ connectionString: url });
  await turn.connect();
  try {
    await turn.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const migrationsList = await readMigrations(migrations);
    if (await isUpToDate(turn, migrationsList)) return [];
    const names = await withSchemaEngine(url, async (engine) => {
      const applied = await engine
        .applyMigrations({ migrationsList, filters: NO_FILTER })
        .catch(async (error) => {
          throw (await takeBack(turn, engine)) ?? error;
        });
      return applied.appliedMigrationNames;
    });
    for (const name of names) log(`applied migration ${name}`);
    return names;
  } finally {
    await turn.end();
  }
}

/** A script runs in one transaction, so a failed one has left nothing: it may be tried again once it is mended. */
async function takeBack(client: pg.Client, engine: SchemaEngine): Promise<Error | undefined> {
  const { rows } = await client.query(
    `SELECT migration_name AS name, logs FROM _prisma_migrations
      WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NOT NULL`,
  );
  if (rows.length !== 1) return undefined;
  await engine.markMigrationRolledBack({ migrationName: rows[0].name });
  return new Error(`migration ${rows[0].name} failed and was taken back`);
}

/** The everyday start: every migration is there and finished, so the engine need not be loaded. */
async function isUpToDate(client: pg.Client, list: MigrationList): Promise<boolean> {
  const { rows: found } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`);
  if (!found[0].there) return false;
  const { rows } = await client.query(
    'SELECT migration_name, finished_at, rolled_back_at FROM _prisma_migrations',
  );
  const done = new Set(
    rows.filter((row) => row.finished_at && !row.rolled_back_at).map((row) => row.migration_name),
  );
  const pending = rows.some((row) => !row.finished_at && !row.rolled_back_at);
  return !pending && list.migrationDirectories.every(({ path }) => done.has(path));
}

/**
 * The SQL that leads from the migrations to the schema, statement by statement; empty when they say the same. Migrations
 * may hold what Prisma's language has no word for: functions, triggers, indexes on expressions. Those it does not see.
 * Plain indexes it does see and would drop, so those written by hand are told by their name: it does not end as Prisma's do.
 * `url` leads to a server on which a database may be made for the comparison, not to the data.
 */
export async function schemaDrift(
  url: string,
  { migrations = MIGRATIONS, schema = SCHEMA } = {},
): Promise<string[]> {
  const [migrationsList, files] = [await readMigrations(migrations), await readSchema(schema)];
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationsList },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  return (stdout ?? '')
    .split(/^(?=-- [A-Z])/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement && !statement.startsWith('-- This is an empty migration'))
    .filter((statement) => !isHandWritten(statement));
}

const isHandWritten = (statement: string) => /DROP INDEX "(?!\w*_(?:idx|key)")\w+";?$/.test(statement);

/** Writes the next migration from the schema; undefined when there is nothing to change. Returns the file. */
export async function createMigration(
  url: string,
  name: string,
  { migrations = MIGRATIONS, schema = SCHEMA, now = new Date() } = {},
): Promise<string | undefined> {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  if (!words) throw new Error('a migration needs a name of letters and digits');
  const statements = await schemaDrift(url, { migrations, schema });
  if (statements.length === 0) return undefined;
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrations, `${stamp}_${words}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(migrations, 'migration_lock.toml'), LOCKFILE);
  const file = join(folder, 'migration.sql');
  await writeFile(file, `${statements.join('\n\n')}\n`, { flag: 'wx' });
  return file;
}

type MigrationList = Awaited<ReturnType<typeof readMigrations>>;

async function readMigrations(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfile = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => LOCKFILE);
  const migrationDirectories = names.sort().map(async (path) => {
    const value = await readFile(join(baseDir, path, 'migration.sql'), 'utf8');
    return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
  });
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(migrationDirectories),
  };
}

async function readSchema(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      content: await readFile(join(folder, name), 'utf8'),
    })),
  );
}
