// The queue port on BullMQ: one queue for each kind of job, the key as job id, so that the same work never waits twice.
import { jobKinds } from '#domain/job.ts';
import type { JobQueue } from '#domain/queue.ts';
import { openQueue, type QueueSettings } from './backend.ts';

export interface OpenQueue extends JobQueue {
  /** Resolves when the queue answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Attempts cover errors that may heal (0.5 s, 1 s, 2 s ... 64 s); what fails for good is kept a fortnight to be looked at. */
export const jobOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 500, jitter: 0.3 },
  removeOnComplete: true,
  removeOnFail: { age: 14 * 24 * 3600, count: 1000 },
};

export function openJobQueue(settings: QueueSettings, log: (error: Error) => void = () => {}): OpenQueue {
  const queues = new Map(jobKinds.map((kind) => [kind, openQueue(settings, kind)]));
  for (const { opened } of queues.values()) opened.on('error', log);
  const all = () => [...queues.values()];
  return {
    async add(job, payload, { key }) {
      const queue = queues.get(job.kind)?.opened;
      if (!queue) throw new Error(`there is no queue for jobs of kind ${job.kind}`);
      // BullMQ keeps colons for itself.
      const jobId = `${job.job}.${key}`.replaceAll(':', '.');
      const added = await queue.add(job.job, payload, { ...jobOptions, jobId });
      // A job of this id that failed for good would swallow the new one.
      if (await added.isFailed()) {
        await added.remove();
        await queue.add(job.job, payload, { ...jobOptions, jobId });
      }
    },
    ping: async () => void (await Promise.all(all().map(({ opened }) => opened.count()))),
    close: async () => void (await Promise.all(all().map(({ close }) => close()))),
  };
}
