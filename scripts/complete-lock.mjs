// `npm run lock` after changing packages: npm forgets in the lock file the optional packages of platforms it cannot see from
// here (other systems' binaries), and then refuses `npm ci` everywhere. This adds them, each bound to its own platform.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = { windows: 'win32', linuxmusl: 'linux', fsevents: 'darwin' };
const OS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'android',
  'openharmony',
  'sunos',
  'netbsd',
  'openbsd',
  'aix',
];
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'mips64el'];

/** `@next/swc-linux-x64-musl` says by its name where it runs. */
function platform(name) {
  const words = name.split(/[/-]/).map((word) => SYSTEMS[word] ?? word);
  const pick = (list) => words.filter((word) => list.includes(word));
  const libc = /musl/.test(name) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
  const entries = Object.entries({
    cpu: pick(CPU),
    libc: libc.length && pick(OS)[0] === 'linux' ? libc : [],
    os: pick(OS),
  });
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

/** Where Node would look for a package from inside another one. */
function* places(from, name) {
  for (let path = from; path; path = path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0))) {
    yield `${path}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if ([...places(path, name)].some((place) => lock.packages[place])) continue;
    const where = platform(name);
    if (!where.os && !where.cpu) {
      process.stderr.write(`${name}@${version}: its name tells no platform; add it by hand\n`);
      process.exitCode = 1;
      continue;
    }
    const dev = entry.dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[~^]/, ''),
      ...dev,
      optional: true,
      ...where,
    };
    added.push(`${name}@${version}`);
  }
}
if (added.length > 0) {
  const [root, ...rest] = Object.entries(lock.packages);
  rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries([root, ...rest]);
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
}
process.stdout.write(`${added.length} packages of other platforms added to the lock file.\n`);
