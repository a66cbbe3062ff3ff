// Answers the API on the server's own request and response. The routes in src/app/api stay: they answer in development,
// where code is loaded anew, and say where the API stands.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { incomingMessageToRequest } from '@trpc/server/adapters/node-http';
import { everywhere, forApi, overHttps } from '#lib/response-headers.ts';
import { logger } from '#wiring/logger.ts';
import { trpcEndpoint } from './trpc-endpoint.ts';

const compress = promisify(gzip);
/** A smaller answer fits into a packet or two; packing it would take longer than sending it. */
const worthPacking = 2_048;

export interface ApiParts {
  endpoint(request: Request): Promise<Response>;
  onError(error: unknown): void;
}

const ours: ApiParts = {
  endpoint: trpcEndpoint,
  onError: (err) => logger('api').error({ err }, 'a call could not be answered'),
};

/** True when the request is the API's; the answer is then on its way. */
export function answerApi(request: IncomingMessage, response: ServerResponse, parts = ours): boolean {
  if (!request.url?.startsWith('/api/trpc/')) return false;
  void answer(request, response, parts).catch((error: unknown) => {
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
    parts.onError(error);
  });
  return true;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { endpoint }: ApiParts,
): Promise<void> {
  const { status, headers, body } = await endpoint(
    incomingMessageToRequest(request, response, { maxBodySize: null }),
  );
  const isSecure = request.headers['x-forwarded-proto'] === 'https';
  for (const { key, value } of [...everywhere, ...forApi, ...(isSecure ? overHttps : [])])
    response.setHeader(key, value);
  response.setHeaders(headers);
  response.statusCode = status;
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isStream && body) {
    response.flushHeaders();
    // A browser that goes is no fault.
    return pipeline(Readable.fromWeb(body as WebStream), response).catch(() => {});
  }
  const bytes = Buffer.from(await new Response(body).arrayBuffer());
  const packed = await pack(request, bytes);
  if (packed !== bytes) response.setHeader('content-encoding', 'gzip');
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('content-length', packed.byteLength);
  response.end(packed);
}

async function pack(request: IncomingMessage, bytes: Buffer): Promise<Buffer> {
  const wants = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return wants && bytes.byteLength > worthPacking ? compress(bytes, { level: 1 }) : bytes;
}
