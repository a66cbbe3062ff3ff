// `npm test` runs everything, `npm run test:unit -- PATH` the tests beside the code, `npm run test:e2e` the browser journeys.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './parts/build.ts';
import { withProduct } from './parts/product.ts';
import { run } from './parts/run.ts';
import { type Counts, readCounts, runProgram } from './parts/runner.ts';
import { ROOT } from './parts/settings.ts';
import { findBrowser, findRedis } from './parts/test-tools.ts';
import { emptyDatabase, withThrowAwayServer } from './parts/throw-away-server.ts';

const args = process.argv.slice(2);
const only = args.find((arg) => arg === '--unit' || arg === '--e2e');
const rest = args.filter((arg) => arg !== only);
const say = (line: string) => console.log(line);
const program = (...path: string[]) => join(ROOT, 'node_modules', ...path);

await run(async () => {
  const redis = findRedis();
  const browser = only === '--unit' ? undefined : findBrowser();
  if (!redis) say('No redis-server on the PATH: the tests on Redis are left out.');
  if (browser) await buildIfStale(say);
  const reports = await mkdtemp(join(tmpdir(), 'kansli-reports-'));
  const counts: Counts[] = [];
  say('Starting a PostgreSQL for the tests ...');
  await withThrowAwayServer(async (url) => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: 'test',
      NEXT_TELEMETRY_DISABLED: '1',
      TEST_DATABASE_URL: url,
      ...(browser ? { CHROMIUM_PATH: browser } : {}),
      ...(redis ? { REDIS_SERVER: redis } : {}),
    };
    // Tests choose their own database; one of the developer's must not be reached by mistake.
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'KANSLI_DATA_DIR', 'PORT']) delete env[name];
    if (only !== '--e2e') {
      const report = join(reports, 'unit.json');
      const vitest = program('vitest', 'vitest.mjs');
      const flags = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      counts.push(readCounts(report, await runProgram([vitest, ...flags, ...rest], env)));
    }
    if (browser) counts.push(await browserJourneys(url, join(reports, 'e2e.json'), env));
  });
  await rm(reports, { recursive: true, force: true });
  const total = (kind: keyof Counts) => counts.reduce((sum, one) => sum + one[kind], 0);
  say(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  if (total('failed') > 0 || total('passed') === 0) process.exitCode = 1;
});

/** The journeys go through the product as it is started by a person; the database is one of the test server's. */
async function browserJourneys(server: string, report: string, env: NodeJS.ProcessEnv): Promise<Counts> {
  say('Running the browser journeys ...');
  const url = await emptyDatabase(server, 'kansli_e2e');
  return withProduct([], { DATABASE_URL: url, NODE_ENV: 'test' }, async (product) => {
    const playwright = program('@playwright', 'test', 'cli.js');
    const code = await runProgram(
      [playwright, 'test', '--reporter=list,json', ...(only === '--e2e' ? rest : [])],
      {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        E2E_BASE_URL: product.baseUrl,
        E2E_SETUP_LINK: product.setupLink,
        E2E_DATABASE_URL: url,
        E2E_DATA_DIR: product.dataDir,
      },
    );
    return readCounts(report, code);
  });
}
