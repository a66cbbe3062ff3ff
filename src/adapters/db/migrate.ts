// The database's shape changes by the numbered scripts in prisma/migrations and by nothing else. They are noted in Prisma's
// own table, so that Prisma's tools know them as well.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));
const LOCK = 5_267_254;

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Migration = { name: string; script: string };
type Options = { log?: (line: string) => void; migrations?: string };

/** Applies what is missing, in order, and returns the names; starts that do so at the same time wait for each other. */
export async function applyMigrations(
  url: string,
  { log = () => {}, migrations = MIGRATIONS }: Options = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Held until the connection ends.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const all = await readMigrations(migrations);
    const done = await appliedChecksums(client);
    const unknown = [...done.keys()].find((name) => !all.some((migration) => migration.name === name));
    if (unknown) {
      throw new Error(
        `migration ${unknown} was applied here by another version of Kansli, newer or from before the first release, ` +
          'whose data this version does not know; start that version, nothing was changed',
      );
    }
    const missing: string[] = [];
    for (const migration of all) {
      const checksum = done.get(migration.name);
      if (checksum === undefined) {
        await apply(client, migration);
        missing.push(migration.name);
        log(`applied migration ${migration.name}`);
      } else if (checksum !== checksumOf(migration)) {
        log(
          `migration ${migration.name} was changed after it had been applied here; the change has no effect`,
        );
      }
    }
    return missing;
  } finally {
    await client.end();
  }
}

/** One transaction: a script that fails has left nothing, and may be tried again once it is mended. */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { name, script } = migration;
  await client.query('BEGIN');
  try {
    await client.query(script);
    // Times of the clock, not of the transaction: they tell how long the script took.
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(migration), name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    if (!(error instanceof pg.DatabaseError)) throw error;
    const place = error.position ? `, character ${error.position} of the script` : '';
    throw new Error(
      `migration ${name} failed and was taken back: ${error.message} (SQLSTATE ${error.code}${place})`,
    );
  }
}

/** Checksums by name. One that was begun and never ended is another tool's: only a person can say what it has left. */
async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  await client.query(TABLE);
  const { rows } = await client.query<{ name: string; checksum: string; ended: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS ended
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const half = rows.find(({ ended }) => !ended);
  if (half) {
    throw new Error(
      `migration ${half.name} was begun and never ended; look at what it has done, then set finished_at (done) or ` +
        'rolled_back_at (to do again) in its row of _prisma_migrations',
    );
  }
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

const checksumOf = ({ script }: Migration) => createHash('sha256').update(script).digest('hex');

/** All migrations of a folder, in the order in which they are applied. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      script: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}
