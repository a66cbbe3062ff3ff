// Once a run: the server, the template, and afterwards the removal of what the run made.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { isAlive } from '#adapters/db/embedded-server.ts';
import { onServer } from './test-server.ts';

export interface TestRun {
  server: string;
  template: string;
  /** Prefix of this run's databases. */
  prefix: string;
  folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    run: TestRun;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { child, url, template } = await serve();
  const prefix = `kansli_test_${process.pid}_`;
  const folder = await mkdtemp(join(tmpdir(), 'kansli-test-'));
  await onServer(url, (client) => dropDatabases(client, (pid) => pid === process.pid || !isAlive(pid)));
  project.provide('run', { server: url, template, prefix, folder });
  return async () => {
    await onServer(url, (client) => dropDatabases(client, (pid) => pid === process.pid));
    await rm(folder, { recursive: true, force: true });
    const exited = once(child, 'exit');
    child.stdin?.end();
    await exited;
  };
}

// Not in this process: the server's and the migrations' code is run by Node itself here, as it is in the product.
async function serve(): Promise<{ child: ChildProcess; url: string; template: string }> {
  const child = spawn('node_modules/.bin/node', ['tests/support/serve.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { child, ...(JSON.parse(line) as { url: string; template: string }) };
  }
  throw new Error('the test database did not start; its message stands above');
}

async function dropDatabases(client: pg.Client, mine: (pid: number) => boolean): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^kansli_test_[0-9]+_'`,
  );
  for (const { datname } of rows) {
    if (mine(Number(datname.split('_')[2])))
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  }
}
