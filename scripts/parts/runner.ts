// Runs programs such as the test runners to their end, and reads what they counted.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { END_WITH_PARENT, ROOT } from './settings.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/**
 * Runs a program to its end with the terminal as its own, and returns its exit code. It has a process group to itself, and
 * what it has left running there ends with it: nothing that a failed test forgot is waited for.
 */
export function runProgram(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...END_WITH_PARENT, ...args], {
      cwd: ROOT,
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
    child.once('error', reject).once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
      killGroup(child.pid);
      resolve(code ?? 1);
    });
  });
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader && process.platform !== 'win32') process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // The usual case: everybody has gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** A run that failed without counting a failed test, such as a file that does not load, counts as one. */
export function readCounts(file: string, exitCode: number): Counts {
  const report = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport | PlaywrightReport)
    : undefined;
  const counts =
    report === undefined
      ? { passed: 0, failed: 0, skipped: 0 }
      : 'stats' in report
        ? {
            passed: report.stats.expected + report.stats.flaky,
            failed: report.stats.unexpected,
            skipped: report.stats.skipped,
          }
        : {
            passed: report.numPassedTests,
            failed: report.numFailedTests,
            skipped: report.numPendingTests + report.numTodoTests,
          };
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
