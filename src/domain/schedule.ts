// Work that the clock asks for: what, how often, and what becomes of a time that passed while no worker ran.
import type { z } from 'zod';
import { addDays, dayOf, momentOf } from '#lib/calendar-days.ts';
import type { Job } from './job.ts';

/** Every so many minutes, or each day at a time of the Swedish clock (`03:00`), also where a day has 23 or 25 hours. */
export type Every = { minutes: number } | { dayAt: string };

export interface Schedule {
  /** `noun.verb`; its row in table schedule. A new name begins anew. */
  name: string;
  every: Every;
  /** Idempotent, as every job, and without ids: what is to be done, the rows say. */
  job: Job<z.ZodObject<Record<never, never>>>;
  /** Of times that passed while no worker ran: one run makes up for all of them, or they are left out. */
  missed: 'runOnce' | 'leaveOut';
}

/** The first time after that moment. */
export function nextTime(every: Every, after: Date): Date {
  if ('minutes' in every) return new Date(after.getTime() + every.minutes * 60_000);
  const day = dayOf(after);
  const today = momentOf(day, every.dayAt);
  return today > after ? today : momentOf(addDays(day, 1), every.dayAt);
}

/** What is to be done about a time that has come. */
export function whatIsDue({ every, missed }: Schedule, due: Date, now: Date): 'wait' | 'run' | 'leaveOut' {
  if (due > now) return 'wait';
  const late = nextTime(every, due) <= now;
  return late && missed === 'leaveOut' ? 'leaveOut' : 'run';
}
