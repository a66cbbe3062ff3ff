// The server program of the embedded PostgreSQL: made, started, found again and stopped.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, readlink, realpath, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './embedded-binaries.ts';
import { giveTo, type ServerUser } from './embedded-user.ts';

/**
 * For one machine with a few gigabytes that other programs share. What a commit has confirmed survives a crash: fsync and
 * synchronous_commit stay on, as PostgreSQL has them by default.
 */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Root-owned parents may be closed to the server's user. The kernel's own link to the working directory is not. */
const here = (cluster: string, user: ServerUser | undefined) => (user ? '/proc/self/cwd' : cluster);

const ENVIRONMENT = { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

/** Sorting is ICU's, Swedish; this one only tells the text search parser what a letter is. */
const CTYPE = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C';

export async function initialise(
  cluster: string,
  binaries: Binaries,
  user: ServerUser | undefined,
  login: Login,
) {
  const fresh = `${cluster}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await giveTo(user, fresh);
  const secret = `${cluster}.password`;
  const file = await open(secret, 'w', 0o600);
  try {
    await file.writeFile(login.password);
    if (user) await file.chown(user.uid, user.gid);
    const arguments_ = [
      ['-D', here(fresh, user), '-U', login.user, '-E', 'UTF8', '--auth=scram-sha-256', '--no-instructions'],
      ['--locale-provider=icu', '--icu-locale=sv-SE', `--locale=${CTYPE}`],
    ].flat();
    const reader = await open(secret, 'r');
    const pwfile = user ? '/proc/self/fd/3' : secret;
    const child = spawn(binaries.initdb, [...arguments_, `--pwfile=${pwfile}`], {
      ...user,
      cwd: fresh,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe', reader.fd],
    });
    const output: string[] = [];
    child.stdout?.on('data', (chunk) => output.push(String(chunk)));
    child.stderr?.on('data', (chunk) => output.push(String(chunk)));
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    await reader.close();
    if (code !== 0) throw new Error(`PostgreSQL could not make its data folder:\n${output.join('').trim()}`);
  } finally {
    await file.close();
    await rm(secret, { force: true });
  }
  // Only a finished cluster gets the real name, so that a start killed half-way is simply done again.
  await rename(fresh, cluster);
}

export type Login = { user: string; password: string };

/** Starts the server in a session of its own (Ctrl-C must not reach it before those who use it) and returns its pid. */
export async function launch(
  cluster: string,
  binaries: Binaries,
  user: ServerUser | undefined,
  port: number,
  settings: Record<string, string>,
): Promise<{ pid: number; exited: () => boolean }> {
  const made = Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  if (made !== binaries.major) {
    throw new Error(
      `the data in ${cluster} are PostgreSQL ${made}'s, and this is PostgreSQL ${binaries.major}`,
    );
  }
  await giveTo(user, cluster);
  const logFile = `${cluster}.log`;
  const logSize = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  if (logSize > 20_000_000) await truncate(logFile);
  const log = await open(logFile, 'a', 0o600);
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(binaries.postgres, ['-D', here(cluster, user), '-p', String(port), ...flags], {
    ...user,
    cwd: cluster,
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  let gone = false;
  child.on('exit', () => {
    gone = true;
  });
  await new Promise((resolve, reject) => child.on('error', reject).on('spawn', () => resolve(undefined)));
  child.unref();
  await log.close();
  return { pid: child.pid as number, exited: () => gone };
}

/** The running server of this data folder, or undefined; a lock file whose process is another program's is removed. */
export async function runningServer(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const lockFile = join(cluster, 'postmaster.pid');
  const lines = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 1) || !isAlive(pid)) return undefined;
  if (await isServerOf(pid, cluster)) return { pid, port: Number(lines[3]) };
  await rm(lockFile, { force: true });
  return undefined;
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === (await realpath(cluster));
}

/** A server that has ended but was not waited for (in a container its new parent may not do that) counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** Fast shutdown; if that takes too long an immediate one, from which PostgreSQL recovers by its log. */
export async function shutDown(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 4000],
    ['SIGQUIT', 1000],
    ['SIGKILL', 1000],
  ];
  for (const [signal, patience] of steps) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (const end = Date.now() + patience; Date.now() < end; ) {
      await pause(20);
      if (!isAlive(pid)) return;
    }
  }
}
