import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildStamp, versionOf } from '../../src/wiring/version.ts';
import { ROOT } from './settings.ts';

const SOURCES = [
  'src',
  'messages',
  'prisma/schema',
  'public',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
];
export const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');

/** Builds the web part when its sources are not those of the last finished build: told by content, not by time. */
export async function buildIfStale(log: (line: string) => void, halt?: AbortSignal): Promise<void> {
  const sources = digest();
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === sources) return;
  log('Building the web part (a minute or two) ...');
  rmSync(buildStamp, { force: true });
  const begun = Date.now();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_DEPLOYMENT_ID: versionOf(sources),
  };
  const child = spawn(process.execPath, [NEXT, 'build'], { cwd: ROOT, env, stdio: 'pipe', signal: halt });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0)
    throw new Error(`${Buffer.concat(output)}\nThe web part could not be built; the reason stands above.`);
  writeFileSync(buildStamp, sources);
  log(`Built in ${Math.round((Date.now() - begun) / 1000)} s.`);
}

function digest(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES.map((name) => join(ROOT, name)).filter((path) => existsSync(path))) {
    const files = statSync(source).isDirectory()
      ? readdirSync(source, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [source];
    for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}
