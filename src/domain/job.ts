// A job reacts to what happened: a payload of ids, idempotent, it re-reads its rows and may run twice.
import type { z } from 'zod';
import type { Context } from './context.ts';
import { isDomainError } from './errors.ts';

export interface Job<P extends z.ZodType = z.ZodType> {
  (context: Context, payload: z.input<P>): Promise<void>;
  job: string;
  payload: P;
}

export function job<P extends z.ZodType>(definition: {
  /** `noun.verb` */
  name: string;
  payload: P;
  run(context: Context, payload: z.output<P>): Promise<void>;
}): Job<P> {
  const call = async (context: Context, payload: z.input<P>) =>
    definition.run(context, definition.payload.parse(payload));
  return Object.assign(call, { job: definition.name, payload: definition.payload });
}

/** Only what may heal by itself is tried again: the unavailable and the unknown. */
export const isWorthRetrying = (error: unknown): boolean =>
  !isDomainError(error) || error.code === 'unavailable';
