// Answers the API's calls on the server's own request: refuses what comes from other sites and what is larger than any
// of the product's own calls; the rest is tRPC's.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AnyRouter, TRPCError } from '@trpc/server';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import type { Context, Log } from '#domain/context.ts';
import { DomainError, isDomainError } from '#domain/errors.ts';
import { requestIdHeader } from '#lib/response-headers.ts';
import { comesFromElsewhere } from '#wiring/request-origin.ts';
import { appRouter } from './router.ts';
import { logUnavailable, type ProcedureMeta, toTrpcError } from './trpc.ts';

export interface ApiParts {
  baseUrl: string;
  createContext(headers: Headers): Promise<Context>;
  /** For what goes wrong before there is a context. */
  log: Log;
  /** Another one in tests. */
  router?: AnyRouter;
}

const prefix = '/api/trpc/';
/** The largest form (two texts of 20,000 characters and lists) stays well below it. */
const maxBodyBytes = 1_000_000;
/** What nobody has to sign in for takes names, addresses and passwords. */
const maxPublicBodyBytes = 16_000;

/** Resolves when the answer is sent; never rejects. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  { baseUrl, createContext, log, router = appRouter }: ApiParts,
): Promise<void> {
  const { headers, method } = request;
  if (method !== 'GET' && method !== 'POST') {
    response.writeHead(405, { allow: 'GET, POST', connection: 'close' }).end();
    return;
  }
  // Answers come whole, or as server-sent events; in pieces of another kind they are not offered.
  delete headers['trpc-accept'];
  delete headers.accept;
  // Which host the client named decides nothing; who may call is judged by the configured address.
  headers.host = 'localhost';
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const maxBodySize = largestBody(pathname);
  await nodeHTTPRequestHandler({
    req: request,
    res: response,
    path: pathname.slice(prefix.length),
    router,
    maxBodySize,
    maxBatchSize: 50,
    createContext: async () => {
      try {
        return await createContext(webHeaders(headers));
      } catch (error) {
        if (!isDomainError(error)) {
          log.error({ err: error }, 'a call could not be answered');
          throw error;
        }
        logUnavailable(log, error, { path: 'session' });
        throw toTrpcError(error);
      }
    },
    middleware: (_request, _response, next) => next(refusal(request, baseUrl, maxBodySize)),
    responseMeta({ ctx }) {
      if (!request.complete) response.setHeader('connection', 'close');
      const headers = new Headers({ 'cache-control': 'no-store' });
      if (ctx) headers.set(requestIdHeader, ctx.requestId);
      return { headers };
    },
  });
}

function refusal(
  { method, headers }: IncomingMessage,
  baseUrl: string,
  maxBodySize: number,
): TRPCError | undefined {
  if (method === 'POST' && comesFromElsewhere({ headers: webHeaders(headers) }, baseUrl))
    return new TRPCError({ code: 'FORBIDDEN', cause: new DomainError('forbidden', 'wrongAddress') });
  if (Number(headers['content-length'] ?? 0) > maxBodySize)
    return new TRPCError({ code: 'PAYLOAD_TOO_LARGE' });
  return undefined;
}

function webHeaders(given: IncomingMessage['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}

// The router keeps its procedures by their whole paths; its type tells them by router.
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { meta?: ProcedureMeta } } | undefined
>;

/** The greatest body, in bytes, that a call of these procedures may bring: small as soon as one of them is public. */
export function largestBody(pathname: string): number {
  const paths = pathname
    .slice(pathname.lastIndexOf('/') + 1)
    .replaceAll(/%2c/gi, ',')
    .split(',');
  const isPublic = (path: string) => procedures[path]?._def.meta?.allow === 'public';
  return paths.some(isPublic) ? maxPublicBodyBytes : maxBodyBytes;
}
