// An operation made of operations, for work that must not hold a transaction open: a password takes 60 ms to hash.
import type { z } from 'zod';
import type { Context } from '#domain/context.ts';
import { asOperation, type Operation } from '#domain/operation.ts';
import type { Access } from '#domain/permissions.ts';

/**
 * Has no rights of its own: each step is a `query` or `command` that checks access and parses its input itself, and
 * the first step must be one, so that a refused call has done nothing.
 */
export function composedOperation<I extends z.ZodType, O>(definition: {
  name: string;
  input: I;
  allow: Access;
  internal?: string;
  run(context: Context, input: z.input<I>): Promise<O>;
}): Operation<I, O, Context, 'command'> {
  const { run, ...described } = definition;
  const call = (context: Context, given: z.input<I>): Promise<O> => run(context, given);
  return asOperation(call, 'command', described) as Operation<I, O, Context, 'command'>;
}
