import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerApi } from './direct.ts';

let server: Server;
const faults: unknown[] = [];
afterEach(() => {
  faults.length = 0;
  server.closeAllConnections();
  server.close();
});

/** A server whose API is `endpoint`, and whose other addresses say "page". */
async function serve(endpoint: (request: Request) => Promise<Response>): Promise<string> {
  server = createServer((request, response) => {
    if (!answerApi(request, response, { endpoint, onError: (error) => faults.push(error) }))
      response.end('page');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (value: unknown) => async () => Response.json(value);

describe('the API beside the pages', () => {
  it('leaves every other address alone', async () => {
    const base = await serve(json({}));
    for (const path of ['/', '/api/trpcx', '/api/health/live', '/associations?x=/api/trpc/'])
      expect(await (await fetch(base + path)).text()).toBe('page');
  });

  it('passes on method, address, headers and body', async () => {
    const base = await serve(async (request) =>
      Response.json({
        method: request.method,
        path: new URL(request.url).pathname,
        type: request.headers.get('content-type'),
        body: await request.text(),
      }),
    );
    const answer = await fetch(`${base}/api/trpc/a.b`, {
      method: 'POST',
      body: '{"å":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await answer.json()).toEqual({
      method: 'POST',
      path: '/api/trpc/a.b',
      type: 'application/json',
      body: '{"å":1}',
    });
  });

  it('does not let the caller ask for an answer in pieces, which would have two lengths', async () => {
    const base = await serve(async (request) => Response.json({ asked: request.headers.get('trpc-accept') }));
    const answer = await fetch(`${base}/api/trpc/a`, { headers: { 'trpc-accept': 'application/jsonl' } });
    expect(await answer.json()).toEqual({ asked: null });
    expect(answer.headers.get('transfer-encoding')).toBeNull();
  });

  it('forbids the browser what every other answer forbids it', async () => {
    const base = await serve(async () => new Response('{}', { headers: { 'cache-control': 'no-store' } }));
    const { headers } = await fetch(`${base}/api/trpc/a`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
    const proxied = await fetch(`${base}/api/trpc/a`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(proxied.headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
  });

  it('packs what is large for who can unpack it', async () => {
    const value = { text: 'förening '.repeat(1_000) };
    const base = await serve(json(value));
    const packed = await fetch(`${base}/api/trpc/a`, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(500);
    expect(await packed.json()).toEqual(value);
    for (const wanted of ['identity', 'gzip;q=0', 'gzip; q=0.0, identity']) {
      const plain = await fetch(`${base}/api/trpc/a`, { headers: { 'accept-encoding': wanted } });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(await plain.json()).toEqual(value);
    }
  });

  it('sends a stream as it comes, and ends it when the browser goes', async () => {
    let cancelled: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      cancelled = resolve;
    });
    const base = await serve(async () => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(Buffer.from('data: 1\n\n')),
        cancel: () => cancelled(),
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    const browser = new AbortController();
    const answer = await fetch(`${base}/api/trpc/live`, { signal: browser.signal });
    const first = await answer.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('data: 1\n\n');
    browser.abort();
    await gone;
  });

  it('refuses a body before it was sent, and hears no more of it', async () => {
    const base = await serve(async () => Response.json({}, { status: 413 }));
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write('POST /api/trpc/a HTTP/1.1\r\nhost: x\r\ncontent-length: 100000000\r\n\r\nabc');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
    await once(socket, 'close');
  });

  it('knows no other methods, and no fault in a host', async () => {
    const base = await serve(json({ fine: true }));
    const refused = await fetch(`${base}/api/trpc/a`, { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.write('GET /api/trpc/a HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
    expect(faults).toEqual([]);
  });

  it('answers 500 without a word of the fault when the endpoint itself breaks', async () => {
    const base = await serve(async () => {
      throw new Error('secret');
    });
    const answer = await fetch(`${base}/api/trpc/a`);
    expect([answer.status, await answer.text()]).toEqual([500, '']);
    expect(faults).toEqual([new Error('secret')]);
  });
});
