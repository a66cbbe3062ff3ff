// The installation in figures, for whoever runs it.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../context.ts';
import type { FileStorage } from '../files/storage.ts';
import { query } from '../operation.ts';

/** The row in `setting` that a living worker renews. */
export const heartbeatKey = 'worker.heartbeat';
const heartbeatLivesFor = 45_000;

export interface InstallationStats {
  /** Living ones. */
  associations: number;
  contacts: number;
  /** Municipalities in whose registers at least one association is listed. */
  municipalities: number;
  sourceRecords: number;
  users: number;
  events: number;
  /** Faults of the register rows as they stand now, by code. */
  issues: Record<string, number>;
}

export const readStats = query({
  name: 'system.stats',
  input: z.strictObject({}),
  allow: 'system',
  internal: 'for the command line',
  async run({ db }): Promise<InstallationStats> {
    const [counts] = await db.$queryRaw<Omit<InstallationStats, 'issues'>[]>`
      SELECT (SELECT count(*)::int FROM association WHERE deleted_at IS NULL) AS associations,
        (SELECT count(*)::int FROM contact WHERE deleted_at IS NULL) AS contacts,
        (SELECT count(DISTINCT municipality_code)::int FROM association_listing) AS municipalities,
        (SELECT count(*)::int FROM source_record) AS "sourceRecords",
        (SELECT count(*)::int FROM "user") AS users,
        (SELECT count(*)::int FROM event) AS events`;
    const issues = await db.$queryRaw<{ code: string; n: number }[]>`
      SELECT i.value ->> 'code' AS code, count(*)::int AS n
      FROM source_record s, jsonb_array_elements(s.issues) AS i GROUP BY 1 ORDER BY 1`;
    const none = { associations: 0, contacts: 0, municipalities: 0, sourceRecords: 0, users: 0, events: 0 };
    return { ...none, ...counts, issues: Object.fromEntries(issues.map(({ code, n }) => [code, n])) };
  },
});

/** What the worker writes down each time. */
const Heartbeat = z.object({ queue: z.boolean() });

export interface PartState {
  /** `reading`: not there yet; lists and searches come from the database meanwhile. */
  state: 'ok' | 'down' | 'reading';
  /** Milliseconds. */
  took: number;
}

/** Whether the parts answer. Public: it tells states, never content. */
export const readHealth = query({
  name: 'system.health',
  input: z.strictObject({}),
  allow: 'public',
  internal: 'served at /api/health/ready, where a probe asks',
  async run({ db, providers, now }) {
    const lastBeat = async () => {
      const beat = await db.setting.findUnique({ where: { key: heartbeatKey } });
      if (!beat || now().getTime() - beat.updatedAt.getTime() > heartbeatLivesFor)
        throw new Error('no heartbeat');
      return Heartbeat.parse(beat.value);
    };
    const parts = {
      database: await probe(async () => void (await db.$queryRaw`SELECT 1`)),
      writing: await probe(() => tryWriting(db)),
      files: await probe(() => tryStoring(providers.storage)),
      search: await probe(() => providers.search.ping()),
      index: {
        state: providers.filters.state() === 'reading' ? ('reading' as const) : ('ok' as const),
        took: 0,
      },
      worker: await probe(async () => void (await lastBeat())),
      // Asked by the worker, as no other part talks to it.
      queue: await probe(async () => {
        if (!(await lastBeat()).queue) throw new Error('the queue does not answer');
      }),
    };
    // Set aside by the dispatcher: their jobs were never queued. The log says which and why.
    let setAside = 0;
    const events = await probe(async () => {
      setAside = await db.event.count({ where: { dispatchedAt: null, setAsideAt: { not: null } } });
      if (setAside > 0) throw new Error('events are set aside');
    });
    // Tried again by themselves; the log says which and why.
    let failing = 0;
    const schedules = await probe(async () => {
      failing = await db.schedule.count({ where: { error: { not: null } } });
      if (failing > 0) throw new Error('scheduled work fails');
    });
    // Without a worker or the file store people can still work; imports wait. Where nothing can be saved nobody can.
    const ready = parts.database.state === 'ok' && parts.writing.state === 'ok';
    return {
      ready,
      parts: { ...parts, events: { ...events, setAside }, schedules: { ...schedules, failing } },
    };
  },
});

/** As much as goes through memory to the disk. */
const probeBytes = 65_536;

/** A sort too large for its memory writes to the database's disk, as a save does, and leaves nothing behind. */
async function tryWriting(db: Db): Promise<void> {
  const [row] = await db.$transaction([
    db.$queryRaw<{ readOnly: string }[]>`SELECT current_setting('transaction_read_only') AS "readOnly"`,
    db.$queryRaw`SELECT set_config('work_mem', '64kB', true)`,
    db.$queryRaw`SELECT count(*)::int FROM (
      SELECT md5(n::text) AS text FROM generate_series(1, 4000) AS n ORDER BY 1 OFFSET 0) AS sorted`,
  ]);
  if (row[0]?.readOnly !== 'off') throw new Error('the database takes no writes');
}

async function tryStoring(storage: FileStorage): Promise<void> {
  const key = `health/${randomUUID()}`;
  const bytes = (async function* () {
    yield new Uint8Array(probeBytes);
  })();
  try {
    await storage.put(key, bytes, probeBytes);
  } finally {
    await storage.remove(key);
  }
}

async function probe(ask: () => Promise<void>): Promise<PartState> {
  const start = performance.now();
  try {
    await ask();
    return { state: 'ok', took: Math.round(performance.now() - start) };
  } catch {
    return { state: 'down', took: Math.round(performance.now() - start) };
  }
}
