// `npm run check`: format and lint, types, dead code, and whether migrations and schema say the same.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { schemaDrift } from '../src/adapters/db/schema-drift.ts';
import { NEXT } from './parts/build.ts';
import { run } from './parts/run.ts';
import { ROOT } from './parts/settings.ts';
import { withThrowAwayServer } from './parts/throw-away-server.ts';

const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);
const failed: string[] = [];

/** All steps are run, so that one round shows everything there is to mend. */
async function step(title: string, work: () => boolean | Promise<boolean>): Promise<void> {
  const begun = Date.now();
  process.stdout.write(`${title} ...\n`);
  const good = await work();
  if (!good) failed.push(title);
  console.log(`${title}: ${good ? 'good' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

const program = (command: string, args: string[]) =>
  spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

await run(async () => {
  await step('Format and lint', () => program(bin('biome'), ['ci', '.']));
  await step('Types of the routes', () => program(process.execPath, [NEXT, 'typegen']));
  await step('Types', () => program(bin('tsc'), ['--noEmit']));
  await step('Dead code', () => program(bin('knip'), ['--no-progress']));
  await step('Migrations and schema', async () => {
    const statements = await withThrowAwayServer((url) => schemaDrift(url));
    if (statements.length === 0) return true;
    console.log(
      `The migrations do not lead to prisma/schema. What is missing:\n\n${statements.join('\n\n')}\n`,
    );
    console.log('Write it with `npm run db:migrate -- --create NAME`.');
    return false;
  });
  if (failed.length > 0) throw new Error(`Not good: ${failed.join(', ')}`);
});
