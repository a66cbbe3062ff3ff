// The one list of "when X happens, do Y", and of every job there is.

import type { z } from 'zod';
import type { EventName } from '#domain/events.ts';
import { runImport, sweepEndedImports } from '#domain/imports/jobs.ts';
import type { Job } from '#domain/job.ts';
import type { AnyJob, Work } from '#domain/queue.ts';
import { loadSample, loadSampleIfAsked } from '#sample/load.ts';
import { runScheduled } from './schedules.ts';

/** An event as its subscribers see it: ids only; a job reads the rows again. */
export interface HappenedEvent {
  id: string;
  name: EventName;
  entity: string;
  ids: string[];
}

export interface Subscription {
  event: EventName;
  work(event: HappenedEvent): Work;
}

/** `when('association.deleted', forgetIt, ({ ids }) => ({ ids }))` */
export function when<P extends z.ZodType>(
  event: EventName,
  job: Job<P>,
  payload: (event: HappenedEvent) => z.input<P>,
): Subscription {
  return { event, work: (happened) => ({ job, payload: payload(happened), key: happened.id }) };
}

export const subscriptions: readonly Subscription[] = [
  when('user.created', loadSampleIfAsked, ({ id }) => ({ eventId: id })),
];

export const jobs: readonly AnyJob[] = [
  runImport,
  sweepEndedImports,
  runScheduled,
  loadSample,
  loadSampleIfAsked,
];
