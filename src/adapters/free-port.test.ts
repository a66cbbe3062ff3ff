// Free ports, against servers that really listen.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';

it('is the wanted one when nobody listens there, else another', async () => {
  const port = await freePort();
  expect(port).toBeGreaterThan(1023);
  expect(await freePort(port)).toBe(port);
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const other = await freePort(port);
  expect(other).not.toBe(port);
  expect(other).toBeGreaterThan(1023);
});
