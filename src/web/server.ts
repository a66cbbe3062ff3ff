// The web part's server: what every request needs is done once here, then the API or Next's pages answer.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import { everywhere, forApi, overHttps, versionHeader } from '#lib/response-headers.ts';
import { markAddress } from '#wiring/client-address.ts';

interface Parts {
  trustProxy: boolean;
  version: string | undefined;
  /** Answers everything below /api/trpc/. */
  api: RequestListener;
  pages: RequestListener;
}

/** Its types know Express alone; it uses no more than Node's own request and response. */
type Pack = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const pack = compression({
  // Tables of 256 kB instead of 4 MB for each answer: setting those up would take longer than packing one.
  brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 18 } },
  filter: (request, response) => !isEventStream(response) && compression.filter(request, response),
}) as unknown as Pack;

/** Live signals are sent the moment they come; packing would hold them back. */
const isEventStream = (response: { getHeader(name: string): unknown }): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

export function createWebServer({ trustProxy, version, api, pages }: Parts): Server {
  return createServer((request, response) => {
    markAddress(request, trustProxy);
    for (const { key, value } of headersFor(request)) response.setHeader(key, value);
    if (version) response.setHeader(versionHeader, version);
    response.once('finish', () => stopHearing(request));
    const answer = request.url?.startsWith('/api/trpc/') ? api : pages;
    pack(request, response, () => answer(request, response));
  });
}

/** What a client still sends after its answer is not waited for; it has a second to read that answer. */
function stopHearing(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  const timer = setTimeout(() => request.destroy(), 1_000);
  request.once('end', () => clearTimeout(timer));
}

function headersFor({ url = '', headers }: IncomingMessage) {
  return [
    ...everywhere,
    ...(url.startsWith('/api/') ? forApi : []),
    ...(headers['x-forwarded-proto'] === 'https' ? overHttps : []),
  ];
}
