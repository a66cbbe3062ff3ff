// The tRPC wire: turns operations into procedures, and the product's errors into the protocol's. Decides nothing.
import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Context, Log } from '#domain/context.ts';
import { DomainError, type ErrorCode, type ErrorDetails, isDomainError, notFound } from '#domain/errors.ts';
import type { Operation } from '#domain/operation.ts';
import type { Access } from '#domain/permissions.ts';
import { transformer } from './transformer.ts';

export interface WireError {
  code: ErrorCode | 'internal';
  messageKey: string;
  details: ErrorDetails;
  requestId: string;
}

export const trpcCodes = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorCode, TRPCError['code']>;

export const toTrpcError = (cause: DomainError): TRPCError =>
  new TRPCError({ code: trpcCodes[cause.code], message: cause.messageKey, cause });

/** In one line: the many calls that meet the same trouble need no stack each. */
export function logUnavailable(log: Log, { code, messageKey, cause }: DomainError, where: object): void {
  if (code !== 'unavailable') return;
  const reason = cause instanceof Error ? cause.message.trim().split('\n').at(-1) : undefined;
  log.warn({ ...where, messageKey, reason }, 'not available');
}

/** What a browser may know of an error: a code, a sentence's key, and the id that finds it in the log. */
export function toWireError(error: unknown, requestId: string): WireError {
  if (isDomainError(error)) {
    return { code: error.code, messageKey: error.messageKey, details: error.details, requestId };
  }
  return { code: 'internal', messageKey: 'internal', details: {}, requestId };
}

const notUnderstood = new Set(['BAD_REQUEST', 'METHOD_NOT_SUPPORTED', 'UNSUPPORTED_MEDIA_TYPE']);

/** What the protocol refuses by itself, in the product's words. */
function ownError({ code, cause }: TRPCError): unknown {
  if (isDomainError(cause)) return cause;
  if (code === 'PAYLOAD_TOO_LARGE') return new DomainError('invalid', 'tooLarge');
  if (notUnderstood.has(code)) return new DomainError('invalid', 'invalidInput');
  if (code === 'NOT_FOUND') return notFound('procedure');
  return cause;
}

/** What the wire knows of an operation before it is called: who may. */
export interface ProcedureMeta {
  allow: Access;
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer,
    sse: {
      maxDurationMs: 300_000,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter: ({ shape, error, ctx }) => ({
      code: shape.code,
      message: isDomainError(error.cause) ? error.cause.messageKey : error.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        kansli: toWireError(ownError(error), ctx?.requestId ?? ''),
      },
    }),
  });

export const router = t.router;

const wired = t.procedure.use(async ({ ctx, path, next }) => {
  const result = await next();
  if (!result.ok) {
    const cause = result.error.cause;
    if (isDomainError(cause)) {
      logUnavailable(ctx.log, cause, { path, requestId: ctx.requestId });
      if (result.error.code !== trpcCodes[cause.code]) throw toTrpcError(cause);
    } else if (result.error.code === 'INTERNAL_SERVER_ERROR') {
      ctx.log.error({ path, requestId: ctx.requestId, err: cause ?? result.error }, 'operation failed');
    }
  }
  return result;
});

/** For subscriptions, which are not operations. */
export const procedure = wired;

type Exposed<K extends 'query' | 'command', I extends z.ZodType, O> = K extends 'query'
  ? ReturnType<typeof exposeQuery<I, O>>
  : ReturnType<typeof exposeCommand<I, O>>;

// The operation parses its input itself; the wire only passes it on, typed.
const passed =
  <I extends z.ZodType>() =>
  (value: unknown) =>
    value as z.input<I>;

/** A query that is read page by page is asked with the way it pages, which tRPC adds; pages here only follow each other. */
const asAsked =
  <I extends z.ZodType>() =>
  (value: unknown) => {
    if (typeof value !== 'object' || value === null || !('direction' in value)) return value as z.input<I>;
    const { direction, ...input } = value;
    return (direction === 'forward' ? input : value) as z.input<I>;
  };

function exposeQuery<I extends z.ZodType, O>(operation: Operation<I, O, Context>) {
  return wired
    .meta({ allow: operation.allow })
    .input(asAsked<I>())
    .query(({ ctx, input }) => operation(ctx, input as z.input<I>));
}

function exposeCommand<I extends z.ZodType, O>(operation: Operation<I, O, Context>) {
  return wired
    .meta({ allow: operation.allow })
    .input(passed<I>())
    .mutation(({ ctx, input }) => operation(ctx, input as z.input<I>));
}

/** Any operation becomes a procedure: no second schema, no try/catch, no renaming. */
export function expose<K extends 'query' | 'command', I extends z.ZodType, O, C>(
  operation: Operation<I, O, C, K>,
): Exposed<K, I, O> {
  const callable = operation as unknown as Operation<I, O, Context>;
  return (
    operation.kind === 'query' ? exposeQuery<I, O>(callable) : exposeCommand<I, O>(callable)
  ) as Exposed<K, I, O>;
}
