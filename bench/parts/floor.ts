// The plainest correct way to the same answers: bare Node http and pg, no sign-in, no framework; a process of its own, as
// the product's web part is one.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openLine } from './line.ts';

const few = 'WHERE deleted_at IS NULL AND municipality_code = $1 AND crm_status = $2';
const statements: Record<string, string[]> = {
  filtered: [
    `SELECT * FROM association ${few} ORDER BY name, id LIMIT 50`,
    `SELECT count(*) FROM association ${few}`,
  ],
  all: [
    'SELECT * FROM association WHERE deleted_at IS NULL ORDER BY name, id LIMIT 50',
    'SELECT count(*) FROM association WHERE deleted_at IS NULL',
  ],
  record: ['SELECT * FROM association WHERE id = $1', 'SELECT * FROM contact WHERE association_id = $1'],
  nothing: [],
};

async function serve(): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const values = searchParams.getAll('v');
    const results = await Promise.all(
      (statements[pathname.slice(1)] ?? []).map((text) =>
        pool.query({ name: text.slice(0, 60), text, values }),
      ),
    );
    const body = Buffer.from(JSON.stringify(results.map(({ rows }) => rows)));
    response.setHeader('content-length', body.byteLength);
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.((server.address() as AddressInfo).port);
}

export async function startFloor() {
  const child = fork(fileURLToPath(import.meta.url), [], { env: { ...process.env, BENCH_FLOOR: '1' } });
  const [port] = (await once(child, 'message')) as [number];
  const line = openLine('127.0.0.1', port);
  return {
    async ask(name: string, values: string[] = []): Promise<unknown> {
      const { text } = await line.ask({
        path: `/${name}?${new URLSearchParams(values.map((value) => ['v', value]))}`,
      });
      return JSON.parse(text);
    },
    async stop() {
      line.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

if (process.env.BENCH_FLOOR === '1') await serve();
