// Takes jobs from the queue and runs them; decides which failure is tried again and which is final.
import { DelayedError, UnrecoverableError } from 'bullmq';
import { isWorthRetrying, type JobKind, jobKinds, TryLater } from '#domain/job.ts';
import type { AnyJob } from '#domain/queue.ts';
import { openWorker, type QueueSettings } from './backend.ts';

export interface WorkerParts {
  jobs: readonly AnyJob[];
  run(job: AnyJob, payload: unknown, id: string): Promise<void>;
  onError(error: Error): void;
  /** How many jobs of a kind run at once. */
  concurrency?: Partial<Record<JobKind, number>>;
  /** A job whose worker has been silent this long is taken to be dead, and given to another. */
  lockMs?: number;
}

export interface OpenWorker {
  ready(): Promise<void>;
  /** Waits for running jobs up to `patienceMs`, then leaves them to be found as stalled by another worker. */
  close(patienceMs: number): Promise<void>;
}

// `attempts` do not count a worker that was killed; this many deaths in a row mean that the job kills workers.
const maxStalledCount = 10;

/** One import merges at a time; a second may read its files meanwhile. */
const usualConcurrency: Record<JobKind, number> = { small: 4, import: 2 };

export function openJobWorker(settings: QueueSettings, parts: WorkerParts): OpenWorker {
  const { jobs, run, onError, lockMs = 5_000 } = parts;
  const concurrency = { ...usualConcurrency, ...parts.concurrency };
  const workers = jobKinds.map((kind) => {
    const byName = new Map(jobs.filter((job) => job.kind === kind).map((job) => [job.job, job]));
    const worker = openWorker(
      settings,
      kind,
      async (queued, token) => {
        const { name, data, id = '' } = queued;
        const job = byName.get(name);
        if (!job) throw new UnrecoverableError(`there is no job ${name}`);
        try {
          await run(job, data, id);
        } catch (error) {
          if (error instanceof TryLater) {
            await queued.moveToDelayed(Date.now() + error.afterMs, token);
            throw new DelayedError();
          }
          if (isWorthRetrying(error)) throw error;
          throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
        }
      },
      { concurrency: concurrency[kind], lockDuration: lockMs, stalledInterval: lockMs / 2, maxStalledCount },
    );
    worker.opened.on('error', onError);
    return worker;
  });
  return {
    async ready() {
      await Promise.all(workers.map(({ opened }) => opened.waitUntilReady()));
    },
    async close(patienceMs) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      await Promise.race([Promise.all(workers.map(({ close }) => close())), patience]);
      clearTimeout(timer);
    },
  };
}
