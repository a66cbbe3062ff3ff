import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ROOT } from './settings.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/** Runs a program to its end with the terminal as its own, and returns its exit code. */
export function runProgram(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
    child.once('error', reject).once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
      resolve(code ?? 1);
    });
  });
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
