// Carries committed events on: each subscriber gets one job, each signed-in browser one signal. At least once.
import type pg from 'pg';
import { type EventName, events } from '#domain/events.ts';
import { liveChannel, liveSignal } from '#domain/live.ts';
import type { JobQueue } from '#domain/queue.ts';
import type { HappenedEvent, Subscription } from './jobs.ts';

export interface DispatcherParts {
  pool: pg.Pool;
  queue: JobQueue;
  subscriptions: readonly Subscription[];
}

interface EventRow {
  id: string;
  name: string;
  entity: string;
  ids: string[];
}

/**
 * Claims up to `limit` events, queues their jobs, signals the browsers, and resolves with how many it took. A failure or a
 * crash anywhere in between leaves the rows unclaimed, so another call takes them again under the same job keys.
 */
export async function dispatchBatch(
  { pool, queue, subscriptions }: DispatcherParts,
  limit = 100,
): Promise<number> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<EventRow>(
      `SELECT id, name, entity, entity_ids AS ids FROM event WHERE dispatched_at IS NULL
       ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    for (const row of rows) {
      for (const subscription of subscriptions) {
        if (subscription.event !== row.name) continue;
        const { job, payload, key } = subscription.work(row as HappenedEvent);
        await queue.add(job, payload, { key });
      }
    }
    if (rows.length > 0) {
      await client.query(
        `WITH told AS (SELECT pg_notify('${liveChannel}', signal) FROM unnest($2::text[]) AS signal)
         UPDATE event SET dispatched_at = now() WHERE id = ANY ($1::uuid[]) AND (SELECT count(*) FROM told) >= 0`,
        [rows.map(({ id }) => id), rows.filter(isKnown).map(liveSignal)],
      );
    }
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

// A newer version's event may stand here while old and new serve side by side.
const isKnown = (row: EventRow): row is EventRow & { name: EventName } => row.name in events;

/** Takes batches until nothing is left. */
export async function dispatchAll(parts: DispatcherParts): Promise<number> {
  let total = 0;
  for (let taken = -1; taken !== 0; total += taken) taken = await dispatchBatch(parts);
  return total;
}
