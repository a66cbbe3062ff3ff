// Port: the queue carries ids to jobs. What it holds may be lost at any time, because PostgreSQL holds the truth.
import type { z } from 'zod';
import type { Context } from './context.ts';
import type { Job, JobKind } from './job.ts';

/** Any job, whatever its payload. */
export interface AnyJob {
  (context: Context, payload: never): Promise<void>;
  job: string;
  kind: JobKind;
  payload: z.ZodType;
}

export interface JobQueue {
  /**
   * Adds a job under a key. While one with the same job and key waits or runs nothing is added; after it ended, it is.
   * Throws when the queue cannot be reached.
   */
  add(job: AnyJob, payload: unknown, options: { key: string }): Promise<void>;
}

/** One piece of work, ready to be queued. */
export interface Work {
  job: AnyJob;
  payload: unknown;
  key: string;
}

export function work<P extends z.ZodType>(job: Job<P>, payload: z.input<P>, key: string): Work {
  return { job, payload, key };
}

/** The payload comes back from the queue as JSON; the job itself parses it. */
export const runWork = ({ job, payload }: Pick<Work, 'job' | 'payload'>, context: Context): Promise<void> =>
  job(context, payload as never);
