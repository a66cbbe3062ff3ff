import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { markAddress, readAddress } from './client-address.ts';

let close = () => {};
afterEach(() => close());

/** What a request over a real socket looks like as the server gives it on. */
async function arrive(sent: Record<string, string>, trustProxy: boolean) {
  const server = createServer((request, response) => {
    markAddress(request, trustProxy);
    response.end(JSON.stringify(request.headers));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: sent });
  const headers = (await answer.json()) as IncomingHttpHeaders;
  return { headers, address: readAddress(new Headers(headers as Record<string, string>)) };
}

const lies = {
  'x-forwarded-for': '198.51.100.1',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  forwarded: 'for=198.51.100.1',
  'x-real-ip': '198.51.100.1',
  'x-kansli-address': 'guess 198.51.100.1',
};

describe('the address of a request', () => {
  it('is the socket’s other end, whatever the client claims, and the claims are gone', async () => {
    const { headers, address } = await arrive(lies, false);
    expect(address).toBe('127.0.0.1');
    expect(JSON.stringify(headers)).not.toMatch(/198\.51\.100\.1|evil\.example/);
  });

  it('is what the trusted proxy appended, not what the client wrote before it', async () => {
    const sent = { ...lies, 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
    expect((await arrive(sent, true)).address).toBe('203.0.113.9');
  });

  it('is the socket’s again when the trusted proxy said nothing readable', async () => {
    expect((await arrive({ 'x-forwarded-for': 'unknown' }, true)).address).toBe('127.0.0.1');
    expect((await arrive({}, true)).address).toBe('127.0.0.1');
  });

  it.each([
    ['203.0.113.9:4711', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', async (forwarded, address) => {
    expect((await arrive({ 'x-forwarded-for': forwarded }, true)).address).toBe(address);
  });

  it('is unknown for a request that did not come through the server', () => {
    expect(readAddress(new Headers({ 'x-kansli-address': 'guess 198.51.100.1' }))).toBe('unknown');
    expect(readAddress(new Headers())).toBe('unknown');
  });
});
