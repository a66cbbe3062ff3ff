// `npm run bench -- NAME ARGS` runs bench/NAME.ts on a database of its own, set up as in production.
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { connectOrStartEmbedded } from '../src/adapters/db/embedded.ts';
import { prepareDatabase } from '../src/wiring/prepare.ts';
import { buildIfStale } from './parts/build.ts';
import { run } from './parts/run.ts';
import { runProgram } from './parts/runner.ts';
import { childSettings, ROOT, setting } from './parts/settings.ts';

await run(async () => {
  const [name, ...args] = process.argv.slice(2);
  const folder = join(ROOT, 'bench');
  const file = join(folder, `${name}.ts`);
  if (!name || basename(name) !== name || !existsSync(file)) {
    const names = existsSync(folder) ? readdirSync(folder).filter((entry) => entry.endsWith('.ts')) : [];
    throw new Error(
      `Usage: npm run bench -- NAME; there are: ${names.map((entry) => entry.slice(0, -3)).join(', ')}`,
    );
  }
  // These are measured on the built web part.
  if (name === 'list' || name === 'bundle') await buildIfStale(console.error);
  const dataDir = await mkdtemp(join(tmpdir(), 'kansli-bench-'));
  process.env.KANSLI_DATA_DIR = dataDir;
  const given = setting('BENCH_DATABASE_URL');
  const server = given ? undefined : await connectOrStartEmbedded({ dataDir, log: console.error });
  try {
    const url = given ?? server?.url ?? '';
    await prepareDatabase(url);
    process.exitCode = await runProgram([file, ...args], {
      ...childSettings(url, 3000),
      NODE_ENV: 'production',
    });
  } finally {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
