// Programs that are kept running: the web part and the worker.
import { type ChildProcess, spawn } from 'node:child_process';
import { END_WITH_PARENT, ROOT } from './settings.ts';

const LONGEST_PAUSE = 30_000;
const CALM = 60_000;

export type Child = { stop(): Promise<void>; kill(): void; restart(): void; readonly failures: number };

/**
 * A program that is kept running: when it ends by itself it is started again, after a pause that doubles up to half a
 * minute. It stands in a process group of its own, so that Ctrl-C reaches it from us, in order, and not from the terminal.
 */
export function keepRunning(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Child {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopping = false;
  let asked = false;

  const launch = () => {
    const begun = Date.now();
    const current = spawn(process.execPath, [...END_WITH_PARENT, ...args], {
      cwd: ROOT,
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = current;
    current.on('error', (error) => log(`${name}: ${error.message}`));
    current.once('close', (code, signal) => {
      child = undefined;
      if (stopping) return;
      if (asked || Date.now() - begun > CALM) failures = 0;
      const pause = asked ? 0 : Math.min(1000 * 2 ** failures, LONGEST_PAUSE);
      if (!asked) {
        failures += 1;
        log(`The ${name} ended (${signal ?? `code ${code}`}); it is started again in ${pause / 1000} s.`);
      }
      asked = false;
      timer = setTimeout(launch, pause);
    });
  };
  launch();

  return {
    get failures() {
      return failures;
    },
    restart() {
      asked = child !== undefined;
      child?.kill('SIGTERM');
    },
    kill() {
      stopping = true;
      clearTimeout(timer);
      child?.kill('SIGKILL');
    },
    /** Everything a child does can be taken up again later, so that patience has an end. */
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const current = child;
      if (!current) return;
      const closed = new Promise((resolve) => current.once('close', resolve));
      current.kill('SIGTERM');
      const impatient = setTimeout(() => current.kill('SIGKILL'), 5000);
      await closed;
      clearTimeout(impatient);
    },
  };
}
