// `node scripts/with-node.mjs FILE ARGS`: makes the checkout ready (packages, database client) and runs FILE on Node 24.
// Written for Node 20 without packages, because it runs before there is anything else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WANTED_MAJOR = 24;
const BUNDLED_NODE = join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// Not standard output: that belongs to the program, and may be read as JSON.
const say = (line) => process.stderr.write(`${line}\n`);

function fail(line) {
  say(line);
  process.exit(1);
}

/** What stands in node_modules is what the lock file names; packages for other platforms may be absent. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
    const there = JSON.parse(readFileSync(join(ROOT, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, optional }]) => {
      if (path === '') return true;
      return there[path] ? there[path].version === version : optional === true;
    });
  } catch {
    return false;
  }
}

/** Runs a program to its end; signals are handed on, so that nothing is left behind when we are told to stop. */
function runProgram(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, ...options });
    const hand = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, hand);
    child.on('error', (error) => fail(`${command}: ${error.message}`));
    child.on('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, hand);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

async function install() {
  say('Installing packages (npm ci) ...');
  const begun = Date.now();
  // Building needs the development packages, also where NODE_ENV says production.
  const code = await runProgram(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (code > 128) process.exit(code);
  if (code !== 0) fail('The packages could not be installed; npm says above why.');
  say(`Packages installed in ${Math.round((Date.now() - begun) / 1000)} s.`);
}

/** The package `node` fetches its binary in an install script, which npm may have been told to skip. */
function findNode() {
  if (!existsSync(BUNDLED_NODE) && existsSync(join(ROOT, 'node_modules', 'node'))) {
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(ROOT, 'node_modules', 'node'),
      stdio: ['ignore', 2, 2],
    });
  }
  const works = spawnSync(BUNDLED_NODE, ['--version'], { encoding: 'utf8' }).status === 0;
  if (works) return BUNDLED_NODE;
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
  return fail(
    `Kansli needs Node ${WANTED_MAJOR}, and the package that brings it does not run here; install it.`,
  );
}

/** The database client is written from the schema; it is written anew when the schema or Prisma have changed. */
function generate(node, force) {
  const folder = join(ROOT, 'prisma', 'schema');
  const hash = createHash('sha256').update(
    readFileSync(join(ROOT, 'node_modules', 'prisma', 'package.json')),
  );
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  const stamp = join(ROOT, 'src', 'generated', '.stamp');
  const value = hash.digest('hex');
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return;
  say('Generating the database client ...');
  const prisma = join(ROOT, 'node_modules', 'prisma', 'build', 'index.js');
  const { status, stdout, stderr } = spawnSync(node, [prisma, 'generate'], {
    cwd: ROOT,
    encoding: 'utf8',
    // Any file will do: generating needs no engine, but without this Prisma wants to download one.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: node,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (status !== 0) fail(`${stdout}${stderr}\nThe database client could not be generated.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}

/** npm may be killed without a word for us; then we go as well. */
function endWithNpm() {
  const { ppid } = process;
  if (!process.env.npm_lifecycle_event || ppid <= 1) return;
  const watch = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

const [file, ...args] = process.argv.slice(2);
endWithNpm();
if (!isInstalled()) await install();
const node = findNode();
generate(node, file === 'generate');
if (file && file !== 'generate') {
  const path = resolve(ROOT, file);
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    PATH: [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  };
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) {
    Object.assign(process.env, env);
    process.argv = [process.argv[0], path, ...args];
    await import(pathToFileURL(path).href);
  } else {
    const endWithUs = pathToFileURL(join(ROOT, 'scripts', 'end-with-parent.mjs')).href;
    const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
    process.exit(await runProgram(node, ['--import', endWithUs, path, ...args], { env, stdio }));
  }
}
