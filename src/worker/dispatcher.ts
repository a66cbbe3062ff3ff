// Carries committed events on: each subscriber gets one job, each signed-in browser one signal. At least once. An event
// that cannot be carried on is set aside with its error, so that it holds up no other.
import type pg from 'pg';
import type { Log } from '#domain/context.ts';
import { type EventName, events } from '#domain/events.ts';
import { liveChannel, liveSignal } from '#domain/live.ts';
import type { JobQueue, Work } from '#domain/queue.ts';
import type { HappenedEvent, Subscription } from './jobs.ts';

export interface DispatcherParts {
  pool: pg.Pool;
  queue: JobQueue;
  subscriptions: readonly Subscription[];
  log?: Pick<Log, 'error'>;
}

interface EventRow {
  id: string;
  name: string;
  entity: string;
  ids: string[];
  /** A few more than a signal holds, so that it can tell that there are more. */
  associations: string[];
  requestId: string | null;
}

interface Failure {
  id: string;
  error: string;
  /** Another try can change nothing: the event is set aside at once. */
  final: boolean;
}

/** The queue took other events but not this one, so many times: the fault is the event's own. */
const mostFailures = 5;

const waiting = 'dispatched_at IS NULL AND set_aside_at IS NULL';

/**
 * Claims up to `limit` events, queues their jobs, signals the browsers, and resolves with how many it carried on. A crash
 * anywhere in between leaves the rows unclaimed, so another call takes them again under the same job keys. Throws when the
 * queue takes nothing at all: then it is the queue that fails, and no event is to blame.
 */
export async function dispatchBatch(parts: DispatcherParts, limit = 100): Promise<number> {
  const client = await parts.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<EventRow>(
      `SELECT id, name, entity, entity_ids AS ids, request_id AS "requestId",
         ARRAY(SELECT association_id FROM event_association WHERE event_id = event.id LIMIT 100) AS associations
       FROM event WHERE ${waiting}
       ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    const failures = await queueAll(parts, rows);
    const failed = new Set(failures.map(({ id }) => id));
    const carried = rows.filter(({ id }) => !failed.has(id));
    if (carried.length > 0) {
      await client.query(
        `WITH told AS (SELECT pg_notify('${liveChannel}', signal) FROM unnest($2::text[]) AS signal)
         UPDATE event SET dispatched_at = now(), dispatch_error = NULL
         WHERE id = ANY ($1::uuid[]) AND (SELECT count(*) FROM told) >= 0`,
        [carried.map(({ id }) => id), carried.filter(isKnown).map(liveSignal)],
      );
    }
    const setAside = failures.length > 0 ? await noteFailures(client, failures) : [];
    await client.query('COMMIT');
    for (const { id, name, error } of setAside)
      parts.log?.error({ event: name, id, error }, 'an event cannot be carried on and is set aside');
    return carried.length;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Queues the jobs of each event, and resolves with the events that failed. */
async function queueAll({ queue, subscriptions }: DispatcherParts, rows: EventRow[]): Promise<Failure[]> {
  const failures: Failure[] = [];
  let taken = 0;
  let refusal: unknown;
  for (const row of rows) {
    const fail = (error: unknown, final: boolean) =>
      failures.push({ id: row.id, error: messageOf(error), final });
    let works: Work[];
    try {
      works = subscriptions.filter(({ event }) => event === row.name).map(({ work }) => workOf(work, row));
    } catch (error) {
      fail(error, true);
      continue;
    }
    try {
      for (const { job, payload, key } of works) {
        await queue.add(job, payload, { key });
        taken += 1;
      }
    } catch (error) {
      refusal = error;
      fail(error, false);
    }
  }
  if (refusal !== undefined && taken === 0) throw refusal;
  return failures;
}

/** A payload that its job would refuse is found here, where the event is known. */
function workOf(toWork: Subscription['work'], row: EventRow): Work {
  const work = toWork(row as HappenedEvent);
  work.job.payload.parse(work.payload);
  return work;
}

const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, 500);

/** Resolves with the events that are set aside now. */
async function noteFailures(
  client: pg.PoolClient,
  failures: Failure[],
): Promise<{ id: string; name: string; error: string }[]> {
  const { rows } = await client.query<{ id: string; name: string; error: string; aside: boolean }>(
    `UPDATE event e SET dispatch_error = f.error, dispatch_failures = e.dispatch_failures + 1,
       set_aside_at = CASE WHEN f.final OR e.dispatch_failures + 1 >= $2 THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS f(id uuid, error text, final boolean) WHERE e.id = f.id
     RETURNING e.id, e.name, f.error, e.set_aside_at IS NOT NULL AS aside`,
    [JSON.stringify(failures), mostFailures],
  );
  return rows.filter(({ aside }) => aside);
}

/** At the start of a worker: it may be of a version that can carry on what the one before could not. */
export async function retrySetAside(pool: pg.Pool): Promise<void> {
  await pool.query(
    'UPDATE event SET set_aside_at = NULL, dispatch_failures = 0 WHERE dispatched_at IS NULL AND set_aside_at IS NOT NULL',
  );
}

// A newer version's event may stand here while old and new serve side by side.
const isKnown = (row: EventRow): row is EventRow & { name: EventName } => row.name in events;

/** Takes batches until nothing is left. */
export async function dispatchAll(parts: DispatcherParts): Promise<number> {
  let total = 0;
  for (let taken = -1; taken !== 0; total += taken) taken = await dispatchBatch(parts);
  return total;
}
