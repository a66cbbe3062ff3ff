import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connectOrStartEmbedded, type EmbeddedPostgres } from './embedded.ts';
import { isAlive } from './embedded-server.ts';

let folder: string;
let dataDir: string;
const open: EmbeddedPostgres[] = [];

async function enter(): Promise<EmbeddedPostgres> {
  const server = await connectOrStartEmbedded({ dataDir, settings: { fsync: 'off' } });
  open.push(server);
  return server;
}

async function query(server: { url: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** kill -9 of the server, waited for. */
async function murder(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 5000, interval: 10 }).toBe(false);
}

beforeAll(async () => {
  // Made by root, mkdtemp's folder is one that PostgreSQL's user cannot enter: the hard case.
  folder = await mkdtemp(join(tmpdir(), 'kansli-embedded-'));
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('embedded PostgreSQL', () => {
  it('keeps its data from one start to the next, and its secrets to itself', async () => {
    const first = await enter();
    await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    open.pop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await enter();
    expect(await query(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o077).toBe(0);
  });

  it('sorts as Swedish does', async () => {
    const rows = await query(await enter(), `SELECT x FROM unnest('{ö,a,å,z,ä,B}'::text[]) AS x ORDER BY x`);
    expect(rows.map((row) => row.x).join('')).toBe('aBzåäö');
  });

  it('is shared: the last to leave stops it', async () => {
    const [first, second] = await Promise.all([enter(), enter()]);
    expect(first.pid).toBe(second.pid);
    expect([first.joined, second.joined].sort()).toEqual([false, true]);
    await first.stop();
    open.splice(open.indexOf(first), 1);
    expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('comes back after kill -9 with everything that was committed, on the same port', async () => {
    const server = await enter();
    await query(server, 'CREATE TABLE survives AS SELECT 1 AS one');
    expect(await server.revive()).toBe(false);
    await murder(server.pid);
    expect(await server.revive()).toBe(true);
    expect(await query(server, 'SELECT one FROM survives')).toEqual([{ one: 1 }]);
  });

  it('starts although a lock file names a process id that another program has by now', async () => {
    const server = await enter();
    await murder(server.pid);
    const lock = join(dataDir, 'postgres', 'postmaster.pid');
    const lines = (await readFile(lock, 'utf8')).split('\n');
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    onTestFinished(() => void other.kill('SIGKILL'));
    await writeFile(lock, [String(other.pid), ...lines.slice(1)].join('\n'));
    await open.pop()?.stop();
    expect(await query(await enter(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(isAlive(other.pid ?? 0)).toBe(true);
    other.stdin.end();
    await once(other, 'exit');
  });

  it('replaces the server that a killed process has left behind', async () => {
    const script = `
      const { connectOrStartEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))});
      const { pid } = await connectOrStartEmbedded({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' } });
      console.log(pid);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [output] = await once(child.stdout, 'data');
    const orphan = Number(output);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(orphan)).toBe(true);

    const server = await enter();
    expect(server.joined).toBe(false);
    expect(isAlive(orphan)).toBe(false);
  });

  it('refuses data whose password is lost, and says so', async () => {
    const state = join(dataDir, 'postgres.json');
    const text = await readFile(state, 'utf8');
    await rm(state);
    await expect(enter()).rejects.toThrow(/postgres\.json .* is gone/);
    await writeFile(state, text, { mode: 0o600 });
  });
});
