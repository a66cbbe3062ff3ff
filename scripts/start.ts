// `npm start` and `npm run dev`: from a checkout to a running Kansli, and back down again without a trace.
import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { doubtfulSettings } from '../src/wiring/env.ts';
import { prepareDatabase } from '../src/wiring/prepare.ts';
import { buildIfStale } from './parts/build.ts';
import { type Child, keepRunning } from './parts/child.ts';
import { openDatabase } from './parts/database.ts';
import { requireFreePort } from './parts/ports.ts';
import { run } from './parts/run.ts';
import { childSettings, portNumber, ROOT, requireSettings } from './parts/settings.ts';
import { onShutdown } from './parts/shutdown.ts';

const say = (line: string) => console.log(line);
const halt = new AbortController();
const parts: Child[] = [];

onShutdown(
  () => {
    say('Stopping ...');
    halt.abort();
  },
  () => {
    for (const part of parts) part.kill();
    process.exit(1);
  },
);

await run(async () => {
  const { values: wish } = parseArgs({
    options: { demo: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } },
  });
  const port = portNumber();
  requireSettings();
  for (const line of doubtfulSettings()) say(line);
  await requireFreePort(port);
  try {
    if (!wish.dev) await buildIfStale(say, halt.signal);
    say('Starting the database ...');
    const database = await openDatabase(say);
    try {
      await serve(database, port, wish);
    } finally {
      await Promise.all(parts.map((part) => part.stop()));
      await database.stop();
    }
  } catch (error) {
    if (!halt.signal.aborted) throw error;
  }
});
process.exit();

/** Returns when the end has been asked for. */
async function serve(
  database: Awaited<ReturnType<typeof openDatabase>>,
  port: number,
  wish: { demo: boolean; dev: boolean },
): Promise<void> {
  await prepareDatabase(database.url, { log: say });
  const env = {
    ...childSettings(database.url, port),
    NODE_ENV: wish.dev ? 'development' : 'production',
  } as const;
  const demo = wish.demo ? await cli(['demo'], env) : '';
  const link = await cli(['setup-link'], env);
  halt.signal.throwIfAborted();

  const web = keepRunning('web part', [join(ROOT, 'src', 'web', 'main.ts')], env, say);
  const worker = keepRunning('worker', [join(ROOT, 'src', 'worker', 'main.ts')], env, say);
  parts.push(web, worker);
  if (wish.dev) restartOnChange(parts);
  await untilItAnswers(port, web);
  say(`\nKansli runs at ${env.KANSLI_BASE_URL}`);
  if (demo) say(`\n${demo}`);
  if (link)
    say(`\nNobody can sign in yet. Make the first administrator with this link, which works once:\n${link}`);
  say('\nCtrl-C ends it.');

  while (!halt.signal.aborted) {
    await pause(1000, undefined, { signal: halt.signal });
    if (await database.revive()) say('The database had ended; it was started again.');
  }
}

/** What a command of Kansli prints; its progress and complaints go to the terminal. */
function cli(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const main = join(ROOT, 'src', 'cli', 'main.ts');
  const options = { cwd: ROOT, env, maxBuffer: 1e8, signal: halt.signal };
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [main, ...args], options, (error, stdout) => {
      if (error) reject(new Error(`The command "${args.join(' ')}" failed (${error.code ?? error.signal}).`));
      else resolve(stdout.trim());
    });
    child.stderr?.pipe(process.stderr);
  });
}

async function untilItAnswers(port: number, web: Child): Promise<void> {
  for (;;) {
    const signal = AbortSignal.any([halt.signal, AbortSignal.timeout(20_000)]);
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/live`, { signal }).catch(() => undefined);
    halt.signal.throwIfAborted();
    if (answer) return;
    if (web.failures >= 3) throw new Error('The web part does not start; the reason stands above.');
    await pause(100);
  }
}

/** Next itself loads screens anew; what both programs have of the domain is loaded once, when they start. */
function restartOnChange(programs: readonly Child[]): void {
  let timer: NodeJS.Timeout | undefined;
  watch(join(ROOT, 'src'), { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.ts') || /^(app|ui)\b|\.test\./.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const program of programs) program.restart();
    }, 300);
  });
}
