import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { initTRPC } from '@trpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import { answerCall } from '#api/trpc-endpoint.ts';
import type { Context } from '#domain/context.ts';
import { unavailable } from '#domain/errors.ts';
import { readAddress } from '#wiring/client-address.ts';
import { createWebServer } from './server.ts';

const baseUrl = 'http://kansli.example';
let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

let ended: () => void = () => {};
const t = initTRPC.context<{ headers: Headers }>().create();
const router = t.router({
  text: t.procedure.input((value) => Number(value)).query(({ input }) => 'förening '.repeat(input)),
  echo: t.procedure.input((value) => value).mutation(({ input }) => input),
  caller: t.procedure.query(({ ctx }) => ({
    address: readAddress(ctx.headers),
    forwarded: ctx.headers.get('x-forwarded-for'),
  })),
  live: t.procedure.subscription(async function* ({ signal }) {
    signal?.addEventListener('abort', () => ended());
    yield 'first';
    await new Promise(() => {});
  }),
});

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

interface Wish {
  trustProxy?: boolean;
  version?: string;
  createContext?(headers: Headers): Promise<Context>;
}

/** The real server with a small API; its other addresses say "page" and what headers they saw. */
async function serve({ trustProxy = false, version, createContext }: Wish = {}): Promise<string> {
  const context = async (headers: Headers) => ({ headers }) as unknown as Context;
  server = createWebServer({
    trustProxy,
    version,
    api: (request, response) =>
      void answerCall(request, response, {
        baseUrl,
        router,
        createContext: createContext ?? context,
        log: quiet,
      }),
    pages: (request, response) => void response.end(`page ${JSON.stringify(request.headers)}`),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (url: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    duplex: 'half',
  } as RequestInit);

/** The first bytes that come back for what is written to a bare connection. */
async function raw(base: string, text: string) {
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return { socket, answer: answer.toString() };
}

describe('the server around the pages', () => {
  it('gives every address but the API’s calls to the pages', async () => {
    const base = await serve();
    for (const path of ['/', '/api/trpcx', '/api/health/live', '/associations?x=/api/trpc/'])
      expect(await (await fetch(base + path)).text()).toMatch(/^page /);
  });

  it('tells the API and the pages whose request it is, whatever the client claims', async () => {
    const base = await serve();
    const claims = { 'x-forwarded-for': '198.51.100.1', 'x-kansli-address': 'guess 198.51.100.1' };
    const page = await (await fetch(base, { headers: claims })).text();
    const seen = JSON.parse(page.slice('page '.length)) as IncomingHttpHeaders;
    expect(readAddress(new Headers(seen as Record<string, string>))).toBe('127.0.0.1');
    const call = await fetch(`${base}/api/trpc/caller`, { headers: claims });
    expect(await call.json()).toEqual({ result: { data: { address: '127.0.0.1', forwarded: null } } });
  });

  it('forbids the browser the same with every answer', async () => {
    const base = await serve({ trustProxy: true });
    for (const path of ['/', '/api/health/live', '/api/trpc/caller', '/api/trpc/unknown']) {
      const { headers } = await fetch(base + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('content-security-policy')).toBe(
        path.startsWith('/api/') ? "default-src 'none'; frame-ancestors 'none'" : null,
      );
      const proxied = await fetch(base + path, { headers: { 'x-forwarded-proto': 'https' } });
      expect(proxied.headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
    }
  });

  it('names its version with every answer, when it has one', async () => {
    const base = await serve({ version: 'one' });
    for (const path of ['/', '/api/health/live', '/api/trpc/caller', '/api/trpc/unknown'])
      expect((await fetch(base + path)).headers.get('x-kansli-version')).toBe('one');
    expect((await fetch(await serve())).headers.get('x-kansli-version')).toBeNull();
  });

  it('takes no word for https that no trusted proxy gave', async () => {
    const { headers } = await fetch(await serve(), { headers: { 'x-forwarded-proto': 'https' } });
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('packs what is large for who can unpack it, pages and calls', async () => {
    const base = await serve();
    const url = `${base}/api/trpc/text?input=2000`;
    for (const [wanted, used] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
      ['gzip;q=0', null],
    ] as const) {
      const answer = await fetch(url, { headers: { 'accept-encoding': wanted } });
      expect(answer.headers.get('content-encoding')).toBe(used);
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
      expect(await answer.json()).toEqual({ result: { data: 'förening '.repeat(2_000) } });
    }
  });
});

describe('a call', () => {
  it('is answered with one length', async () => {
    const base = await serve();
    for (const accept of ['*/*', 'application/jsonl']) {
      const { answer } = await raw(
        base,
        `GET /api/trpc/caller?batch=1&input={} HTTP/1.1\r\nhost: x\r\naccept: ${accept}\r\ntrpc-accept: ${accept}\r\nconnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer.match(/^(content-length|transfer-encoding):/gim)).toHaveLength(1);
      expect(answer).toMatch(/content-type: application\/json\r\n/i);
      expect(answer).toMatch(/cache-control: no-store\r\n/i);
      // By which a browser knows its own change again on the line for changes.
      expect(answer).toMatch(/x-request-id: \S+\r\n/i);
    }
  });

  it('that changes something is refused when it comes from another site', async () => {
    const base = await serve();
    const url = `${base}/api/trpc/echo`;
    expect((await post(url, '1', { origin: baseUrl })).status).toBe(200);
    const elsewhere: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { origin: baseUrl, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of elsewhere) expect((await post(url, '1', headers)).status).toBe(403);
  });

  it('with too large a body is refused, also when its length was not told', async () => {
    const base = await serve();
    const url = `${base}/api/trpc/echo`;
    const large = JSON.stringify('a'.repeat(999_990));
    expect((await post(url, large)).status).toBe(200);
    expect((await post(url, `${large}${' '.repeat(20)}`)).status).toBe(413);
    const untold = new Blob([large, ' '.repeat(20)]).stream();
    expect((await post(url, untold)).status).toBe(413);
  });

  it('is refused before its body was sent, and no more of it is heard', async () => {
    const base = await serve();
    const head =
      'POST /api/trpc/echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000000\r\n\r\nabc';
    const { socket, answer } = await raw(base, head);
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
    await once(socket, 'close');
  });

  it('is sent as it comes when it is a stream, and ends when the browser goes', async () => {
    const gone = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const base = await serve();
    const browser = new AbortController();
    const answer = await fetch(`${base}/api/trpc/live`, {
      signal: browser.signal,
      headers: { accept: 'text/event-stream', 'accept-encoding': 'br, gzip' },
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
    const reader = answer.body?.getReader();
    let heard = '';
    while (!heard.includes('first')) heard += Buffer.from((await reader?.read())?.value ?? []).toString();
    browser.abort();
    await gone;
  });

  it('by another method is refused, and no host is a fault', async () => {
    const base = await serve();
    const refused = await fetch(`${base}/api/trpc/caller`, { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST']);
    const odd = await raw(base, 'GET /api/trpc/caller HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n');
    expect(odd.answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is answered without a word of the fault when its context cannot be made', async () => {
    const createContext = () => Promise.reject(Object.assign(new Error('boom'), { detail: 'secret' }));
    const answer = await fetch(`${await serve({ createContext })}/api/trpc/caller`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
  });

  it('is answered with 503 while the database does not answer who asks', async () => {
    const createContext = () => Promise.reject(unavailable('databaseUnavailable'));
    const answer = await fetch(`${await serve({ createContext })}/api/trpc/caller`);
    expect(answer.status).toBe(503);
  });
});
