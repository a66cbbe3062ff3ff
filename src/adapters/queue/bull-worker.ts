// Takes jobs from the queue and runs them; decides which failure is tried again and which is final.
import { UnrecoverableError } from 'bullmq';
import { isWorthRetrying } from '#domain/job.ts';
import type { AnyJob } from '#domain/queue.ts';
import { openWorker, type QueuePlace } from './backend.ts';

export interface WorkerParts {
  jobs: readonly AnyJob[];
  run(job: AnyJob, payload: unknown, id: string): Promise<void>;
  onError(error: Error): void;
  concurrency?: number;
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

export function openJobWorker(place: QueuePlace, parts: WorkerParts): OpenWorker {
  const { jobs, run, onError, concurrency = 4, lockMs = 15_000 } = parts;
  const byName = new Map(jobs.map((job) => [job.job, job]));
  const { opened: worker, close } = openWorker(
    place,
    async ({ name, data, id = '' }) => {
      const job = byName.get(name);
      if (!job) throw new UnrecoverableError(`there is no job ${name}`);
      try {
        await run(job, data, id);
      } catch (error) {
        if (isWorthRetrying(error)) throw error;
        throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
      }
    },
    { concurrency, lockDuration: lockMs, stalledInterval: lockMs / 2, maxStalledCount },
  );
  worker.on('error', onError);
  return {
    async ready() {
      await worker.waitUntilReady();
    },
    async close(patienceMs) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      await Promise.race([close(), patience]);
      clearTimeout(timer);
    },
  };
}
