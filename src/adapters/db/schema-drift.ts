// Compares the migrations with prisma/schema, and writes the next one: work of Prisma's schema engine.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS, readMigrations } from './migrate.ts';
import { withSchemaEngine } from './schema-engine.ts';

const SCHEMA = fileURLToPath(new URL('../../../prisma/schema', import.meta.url));
const NO_FILTER = { externalTables: [], externalEnums: [] };
const LOCKFILE = 'provider = "postgresql"\n';

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
  const [migrationsList, files] = [await migrationList(migrations), await readSchema(schema)];
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

/** The migrations as the engine wants them. */
async function migrationList(baseDir: string) {
  const list = await readMigrations(baseDir);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: LOCKFILE },
    shadowDbInitScript: '',
    migrationDirectories: list.map(({ name, script: value }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
    })),
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
