// The worker as one thing to start and stop: dispatcher, reconciler, schedules, heartbeat and the jobs themselves.
import type pg from 'pg';
import type { QueueSettings } from '#adapters/queue/backend.ts';
import { openJobQueue } from '#adapters/queue/bull-queue.ts';
import { openJobWorker } from '#adapters/queue/bull-worker.ts';
import type { Context, Db, Log } from '#domain/context.ts';
import { TryLater } from '#domain/job.ts';
import { runWork } from '#domain/queue.ts';
import { dispatchAll, retrySetAside } from './dispatcher.ts';
import { beat } from './heartbeat.ts';
import { jobs as allJobs, subscriptions as allSubscriptions } from './jobs.ts';
import { finders, reconcile } from './reconciler.ts';
import { repeat } from './repeat.ts';
import { queueDue } from './schedules.ts';

export interface WorkerOptions {
  settings: QueueSettings;
  db: Db;
  pool: pg.Pool;
  log: Log;
  context(requestId: string): Context;
  listen(wake: () => void): { close(): Promise<void> };
  jobs?: typeof allJobs;
  subscriptions?: typeof allSubscriptions;
  find?: typeof finders;
  lockMs?: number;
}

export interface RunningWorker {
  ready(): Promise<void>;
  /** Takes nothing new, lets running jobs finish for up to `patienceMs`; what is left another worker takes over. */
  stop(patienceMs?: number): Promise<void>;
}

const dispatchEvery = 2_000;
const reconcileEvery = 15_000;
const lookAtClockEvery = 15_000;
const beatEvery = 10_000;

export function startWorker(options: WorkerOptions): RunningWorker {
  const {
    settings,
    db,
    pool,
    log,
    context,
    jobs = allJobs,
    subscriptions = allSubscriptions,
    find = finders,
  } = options;
  const failed = (what: string) => (err: unknown) =>
    log.warn({ err }, `${what} failed; it will be tried again`);

  const queue = openJobQueue(settings, failed('queue'));
  const worker = openJobWorker(settings, {
    jobs,
    ...(options.lockMs !== undefined && { lockMs: options.lockMs }),
    onError: failed('queue'),
    async run(job, payload, id) {
      const begun = performance.now();
      try {
        await runWork({ job, payload }, context(id));
        log.info({ job: job.job, id, ms: Math.round(performance.now() - begun) }, 'job done');
      } catch (err) {
        if (!(err instanceof TryLater)) log.error({ err, job: job.job, id }, 'job failed');
        throw err;
      }
    },
  });

  let setAsideTakenUp = false;
  const dispatcher = repeat(
    async () => {
      if (!setAsideTakenUp) await retrySetAside(pool);
      setAsideTakenUp = true;
      await dispatchAll({ pool, queue, subscriptions, log });
    },
    dispatchEvery,
    failed('dispatcher'),
  );
  const reconciler = repeat(() => reconcile(db, queue, { find }), reconcileEvery, failed('reconciler'));
  const clock = repeat(() => queueDue(db, queue), lookAtClockEvery, failed('schedules'));
  const heartbeat = repeat(() => beat(db, queue), beatEvery, failed('heartbeat'));
  const listener = options.listen(() => {
    dispatcher.wake();
    reconciler.wake();
  });

  return {
    ready: () => worker.ready(),
    async stop(patienceMs = 8_000) {
      const begun = performance.now();
      await listener.close();
      await Promise.all([dispatcher, reconciler, clock, heartbeat].map((one) => one.stop()));
      await worker.close(Math.max(patienceMs - (performance.now() - begun), 0));
      await queue.close();
    },
  };
}
