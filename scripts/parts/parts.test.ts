// What the scripts are made of: settings, ports, programs that are kept running or run to their end, counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { isAlive } from '../../src/adapters/db/embedded-server.ts';
import { keepRunning } from './child.ts';
import { requireFreePort } from './ports.ts';
import { readCounts, runProgram } from './runner.ts';
import { childSettings, END_WITH_PARENT, portNumber, requireSettings, setting } from './settings.ts';
import { findRedis } from './test-tools.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kansli-parts-'));
  for (const name of ['PORT', 'KANSLI_SECRET', 'KANSLI_BASE_URL', 'DATABASE_URL', 'CI'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('KANSLI_DATA_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('settings', () => {
  it('come from the environment or from the file that NAME_FILE names', () => {
    writeFileSync(join(folder, 'text'), 'from the file\n');
    vi.stubEnv('KANSLI_SECRET_FILE', join(folder, 'text'));
    expect(setting('KANSLI_SECRET')).toBe('from the file');
    vi.stubEnv('KANSLI_SECRET', 'from the environment');
    expect(setting('KANSLI_SECRET')).toBe('from the environment');
  });

  it('make a secret once, for nobody else to read', () => {
    const first = childSettings('postgresql://x', 3000).KANSLI_SECRET;
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(childSettings('postgresql://x', 3000).KANSLI_SECRET).toBe(first);
    expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0);
  });

  it('are demanded in production on a database of one’s own, one by one and with advice', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(requireSettings).not.toThrow();
    vi.stubEnv('DATABASE_URL', 'postgresql://x');
    expect(requireSettings).toThrow(
      /^Kansli cannot start: KANSLI_SECRET is not set \(make one with `openssl/,
    );
    vi.stubEnv('KANSLI_SECRET', 's'.repeat(40));
    expect(requireSettings).toThrow(/KANSLI_BASE_URL is not set/);
    vi.stubEnv('KANSLI_BASE_URL', 'https://kansli.example');
    expect(requireSettings).not.toThrow();
  });

  it.each(['0', '65536', '3000x', '-1', ''])('refuse the port %j', (text) => {
    vi.stubEnv('PORT', text);
    if (text === '') expect(portNumber()).toBe(3000);
    else expect(portNumber).toThrow(/PORT must be 1-65535/);
  });
});

describe('a port in use', () => {
  it('is one line that names it', async () => {
    const server = createServer().listen(0);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await expect(requireFreePort(port)).rejects.toThrow(
      new RegExp(`^Port ${port} is in use\\. .*PORT=\\d+ npm start$`),
    );
    server.close();
    await once(server, 'close');
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});

describe('a kept program', () => {
  it('is started again when it crashes, and ends when it is told to', async () => {
    const marks = join(folder, 'marks');
    const program = join(folder, 'program.mjs');
    writeFileSync(
      program,
      `import { appendFileSync, readFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(marks)}, process.pid + '\\n');
       if (readFileSync(${JSON.stringify(marks)}, 'utf8').trim().split('\\n').length === 1) process.exit(3);
       setInterval(() => {}, 1000);`,
    );
    const lines: string[] = [];
    const kept = keepRunning('thing', [program], process.env, (line) => lines.push(line));
    onTestFinished(() => kept.kill());
    const starts = () =>
      readFileSync(marks, { encoding: 'utf8', flag: 'a+' }).trim().split('\n').filter(Boolean);
    await expect.poll(starts, { timeout: 10_000 }).toHaveLength(2);
    await kept.stop();
    expect(lines).toEqual(['The thing ended (code 3); it is started again in 1 s.']);
    expect(() => process.kill(Number(starts()[1]), 0)).toThrow(/ESRCH/);
  });
});

/** Whatever a test says, the programs that it started are gone after it. */
function endAfterTest(pid: number | undefined): void {
  onTestFinished(() => {
    if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
  });
}

/** Starts a program that starts `inner`, whose first output is its process id. */
async function startNested(inner: string[], outer: string[] = []) {
  const script = `
    import { spawn } from 'node:child_process';
    const args = ${JSON.stringify(inner)};
    spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, [...outer, '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  endAfterTest(parent.pid);
  const { stdout } = parent;
  if (!stdout) throw new Error('no output to read');
  const [output] = await once(stdout, 'data');
  const pid = Number(String(output).trim());
  endAfterTest(pid);
  return { parent, pid };
}

describe('a program that ends with its parent', () => {
  const leaf = [...END_WITH_PARENT, '-e', 'console.log(process.pid); setInterval(() => {}, 1000)'];

  it('does so also when that is killed', async () => {
    const { parent, pid } = await startNested(leaf);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });

  it('does so also under a parent that does the same', async () => {
    const { parent, pid } = await startNested(leaf, END_WITH_PARENT);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });

  it('hands nothing of it on to what it forks', async () => {
    const file = join(folder, 'forks.mjs');
    writeFileSync(
      file,
      `import { fork } from 'node:child_process';
       if (process.argv[2]) process.send({ execArgv: process.execArgv, env: Object.keys(process.env) });
       else fork(${JSON.stringify(file)}, ['again']).once('message', (message) => process.send(message));`,
    );
    const child = spawn(process.execPath, [...END_WITH_PARENT, file], {
      env: { PATH: process.env.PATH, NODE_ENV: 'test' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    endAfterTest(child.pid);
    const [message] = await once(child, 'message');
    expect(message).toEqual({ execArgv: [], env: ['PATH', 'NODE_ENV'] });
  });
});

describe('a program run to its end', () => {
  it('takes along what it has left running', async () => {
    const file = join(folder, 'pid');
    const script = `
      const { spawn } = require('node:child_process');
      const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      require('node:fs').writeFileSync(${JSON.stringify(file)}, String(left.pid));
      process.exit(7);`;
    expect(await runProgram(['-e', script], process.env)).toBe(7);
    const pid = Number(readFileSync(file, 'utf8'));
    endAfterTest(pid);
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });
});

describe('counts of a test run', () => {
  const write = (report: unknown) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(report));
    return file;
  };

  it('are read from either runner', () => {
    const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 };
    expect(readCounts(write(vitest), 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
    const playwright = { stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 0 } };
    expect(readCounts(write(playwright), 0)).toEqual({ passed: 4, failed: 0, skipped: 0 });
  });

  it('count a run that broke before its tests as a failure', () => {
    expect(readCounts(join(folder, 'none'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('Redis', () => {
  it('may be missing for a developer, not in CI', () => {
    vi.stubEnv('PATH', folder);
    expect(findRedis()).toBeUndefined();
    vi.stubEnv('CI', 'true');
    expect(findRedis).toThrow(/install redis-server/);
  });
});
