// Kansli as a person starts it, for tests, benchmarks and pictures.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/adapters/free-port.ts';
import { END_WITH_PARENT, ROOT } from './settings.ts';

export type Product = { baseUrl: string; dataDir: string; setupLink: string; output: string };

const READY = 'Ctrl-C ends it.';

/** Kansli as a person starts it, on a port and in a folder of its own, for as long as the work takes. */
export async function withProduct<T>(
  args: string[],
  settings: Record<string, string>,
  work: (product: Product) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kansli-product-'));
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...settings,
    KANSLI_DATA_DIR: dataDir,
    KANSLI_BASE_URL: baseUrl,
    PORT: String(port),
  };
  const script = join(ROOT, 'scripts', 'start.ts');
  const child = spawn(process.execPath, [...END_WITH_PARENT, script, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const closed = once(child, 'close');
  let output = '';
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk;
        if (output.includes(READY)) resolve();
      });
      child.once('close', () => reject(new Error(`Kansli did not start:\n${output}`)));
    });
    const setupLink = /works once:\n(\S+)/.exec(output)?.[1] ?? '';
    return await work({ baseUrl, dataDir, setupLink, output });
  } finally {
    child.kill('SIGTERM');
    await closed;
    await rm(dataDir, { recursive: true, force: true });
  }
}
