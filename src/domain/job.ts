// A job reacts to what happened: a payload of ids, idempotent, it re-reads its rows and may run twice.
import type { z } from 'zod';
import type { Context } from './context.ts';
import { isDomainError } from './errors.ts';

/** Jobs of one kind share a queue with places of its own: many imports never keep a small job waiting. */
export const jobKinds = ['small', 'import'] as const;
export type JobKind = (typeof jobKinds)[number];

export interface Job<P extends z.ZodType = z.ZodType> {
  (context: Context, payload: z.input<P>): Promise<void>;
  job: string;
  kind: JobKind;
  payload: P;
}

export function job<P extends z.ZodType>(definition: {
  /** `noun.verb` */
  name: string;
  /** `small` unless it is said. */
  kind?: JobKind;
  payload: P;
  run(context: Context, payload: z.output<P>): Promise<void>;
}): Job<P> {
  const call = async (context: Context, payload: z.input<P>) =>
    definition.run(context, definition.payload.parse(payload));
  return Object.assign(call, {
    job: definition.name,
    kind: definition.kind ?? ('small' as const),
    payload: definition.payload,
  });
}

/** A job that cannot have its turn gives its place back, and is taken up again after a while. It did not fail. */
export class TryLater extends Error {
  readonly afterMs: number;

  constructor(afterMs: number) {
    super(`not yet; again in ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}

/** Only what may heal by itself is tried again: the unavailable and the unknown. */
export const isWorthRetrying = (error: unknown): boolean =>
  !isDomainError(error) || error.code === 'unavailable';
