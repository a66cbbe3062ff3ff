// The queue's own tables live in a schema of their own, so that the product's migrations and the queue's never meet.
import { runMigrations } from 'bullmq';
import pg from 'pg';

export const queueSchema = 'bullmq';

/** Brings the queue's tables up to date; run at deploy, beside the product's migrations. Safe to run at the same time twice. */
export async function migrateQueue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
  } finally {
    await client.end();
  }
}
