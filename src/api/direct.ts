// Answers the API on the server's own request and response. The routes in src/app/api stay: they answer in development,
// where code is loaded anew, and say where the API stands.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { everywhere, forApi, overHttps } from '#lib/response-headers.ts';
import { logger } from '#wiring/logger.ts';
import { trpcEndpoint } from './trpc-endpoint.ts';

const compress = promisify(gzip);
/** A smaller answer fits into a packet or two; packing it would take longer than sending it. */
const worthPacking = 2_048;
/** Up to this size packing takes less than handing it to another thread, and back. */
const packedHere = 65_536;

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
  if (request.method !== 'GET' && request.method !== 'POST') {
    closeAfter(request, response);
    for (const { key, value } of [...everywhere, ...forApi]) response.setHeader(key, value);
    response.writeHead(405, { allow: 'GET, POST' }).end();
    return true;
  }
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
  const answer = await endpoint(webRequest(request, response));
  const { status, headers, body } = answer;
  if (!request.complete) closeAfter(request, response);
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
  const bytes = Buffer.from(await answer.arrayBuffer());
  const packed = await pack(request, bytes);
  if (packed !== bytes) response.setHeader('content-encoding', 'gzip');
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('content-length', packed.byteLength);
  response.end(packed);
}

/** The body is read as far as somebody asks for it, so that what is refused does not fill the memory. */
function webRequest(request: IncomingMessage, response: ServerResponse): Request {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // Answers piece by piece are not offered: what is written here tells its length.
    if (name === 'trpc-accept') continue;
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const sent = request.method === 'POST' && { body: Readable.toWeb(request), duplex: 'half' };
  // Which host the client named decides nothing; who may call is judged by the configured address.
  const url = new URL(request.url ?? '/', 'http://localhost');
  return new Request(url, {
    method: request.method,
    headers,
    signal: gone.signal,
    ...sent,
  } as RequestInit);
}

/** What the client still sends is not waited for. */
function closeAfter(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  response.once('finish', () => request.destroy());
}

async function pack(request: IncomingMessage, bytes: Buffer): Promise<Buffer> {
  const wants = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    String(request.headers['accept-encoding'] ?? ''),
  );
  if (!wants || bytes.byteLength <= worthPacking) return bytes;
  return bytes.byteLength <= packedHere ? gzipSync(bytes, { level: 1 }) : compress(bytes, { level: 1 });
}
