// The wire's one door: refuses what comes from other sites and what is larger than any of the product's own calls.
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { env } from '#wiring/env.ts';
import { comesFromElsewhere } from '#wiring/request-origin.ts';
import { requestContext } from './context.ts';
import { appRouter } from './router.ts';
import type { ProcedureMeta } from './trpc.ts';

const headers = { 'cache-control': 'no-store' };
/** The largest form (two texts of 20,000 characters and lists) stays well below it. */
const maxBodyBytes = 1_000_000;
/** What nobody has to sign in for takes names, addresses and passwords. */
const maxPublicBodyBytes = 16_000;

const refuse = (status: number, code: string) => Response.json({ error: { code } }, { status, headers });

export async function trpcEndpoint(request: Request): Promise<Response> {
  if (request.method === 'POST' && comesFromElsewhere(request, env().KANSLI_BASE_URL)) {
    return refuse(403, 'wrong_address');
  }
  const body = await readBounded(request, largestBody(new URL(request.url).pathname));
  if (body === null) return refuse(413, 'too_large');
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: body === undefined ? request : new Request(request, { body }),
    router: appRouter,
    createContext: () => requestContext(request.headers),
    maxBatchSize: 50,
    responseMeta: () => ({ headers }),
  });
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

/** Undefined without a body; null when it is too large, found out before all of it is in memory. */
async function readBounded(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null | undefined> {
  if (!request.body) return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not cancelled when it is too large: that would cut the line before the refusal is sent.
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBytes) return null;
    chunks.push(value);
  }
}
