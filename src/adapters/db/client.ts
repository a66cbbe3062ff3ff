// One pool of connections for Prisma and for the raw statements beside it.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '#prisma/client.ts';
import { statementNames } from './statement-names.ts';

export interface Database {
  db: PrismaClient;
  pool: pg.Pool;
  close(): Promise<void>;
}

// Most statements go unnamed, so each is planned for its own values; the plans of foreign-key checks must be kept,
// though: with force_custom_plan every check is planned anew, which made writing three times slower. Search counts words as
// alike from 0.5: below that look-alikes are noise, above it one wrong letter in a short word is lost.
const settings = ['plan_cache_mode=auto', 'timezone=UTC', 'jit=off', 'pg_trgm.word_similarity_threshold=0.5']
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** `max` connections at most. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: settings,
  });
  // An idle connection that breaks (the server restarted) is replaced on the next use; without this it ends the process.
  pool.on('error', () => {});
  // The same for one that breaks while it is out on loan between two statements; its next statement fails by itself.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
    transactionOptions: { timeout: 60_000 },
  });
  return {
    db,
    pool,
    async close() {
      await db.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
