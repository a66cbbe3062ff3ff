// The worker as it is in production: a process of its own, which tests end or kill.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface WorkerProcess {
  /** Resolves with exit code and signal once the process is gone. */
  end(signal: NodeJS.Signals): Promise<unknown[]>;
}

/** For the test that calls it, which it does not outlive. Resolves when the worker says that it is ready. `dataDir` holds the uploaded files. */
export async function startWorkerProcess(databaseUrl: string, dataDir: string): Promise<WorkerProcess> {
  const child: ChildProcess = spawn('node_modules/.bin/node', ['src/worker/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      KANSLI_DATA_DIR: dataDir,
      KANSLI_SECRET: randomUUID(),
      KANSLI_BASE_URL: 'http://localhost:3000',
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('worker is ready') && resolve());
    exited.then(() => reject(new Error('the worker ended before it was ready')), reject);
  });
  return {
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}
