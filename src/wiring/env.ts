// The only reader of process.env: a missing or weak setting stops the start with one line that says what to do.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const Flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((text) => text === 'true' || text === '1');

const Env = z.object({
  DATABASE_URL: z.string(
    'set DATABASE_URL=postgresql://user:password@host:5432/kansli, or start with `npm start`',
  ),
  KANSLI_SECRET: z
    .string('make one with `openssl rand -base64 32` and set KANSLI_SECRET')
    .min(32, 'at least 32 characters; make one with `openssl rand -base64 32`'),
  KANSLI_BASE_URL: z
    .url('the address people use, for example KANSLI_BASE_URL=https://kansli.example.se')
    .transform((url) => url.replace(/\/+$/, '')),
  KANSLI_DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(path)),
  KANSLI_TRUST_PROXY: Flag,
  KANSLI_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  REDIS_URL: z.url().optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
});

export type Env = z.output<typeof Env>;

/** `NAME_FILE` names a file that holds the value of `NAME`, as container secrets do. */
function withFiles(source: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(Env.shape)) {
    const file = source[`${name}_FILE`];
    const text = source[name] ?? (file ? readFileSync(file, 'utf8').trim() : undefined);
    values[name] = text === '' ? undefined : text;
  }
  return values;
}

export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = Env.safeParse(withFiles(source));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Kansli cannot start. ${lines.join(' · ')}`);
}

let cached: Env | undefined;
export function env(): Env {
  cached ??= readEnv();
  return cached;
}

/** Next finds its `deploymentId` nowhere but in the environment; by it a page from another build is loaded whole. */
export function tellNextVersion(version: string | undefined): void {
  if (version) process.env.NEXT_DEPLOYMENT_ID = version;
}

/** Scripts of the page may be looser, and code is loaded anew, only where somebody works on Kansli. */
export const isDevelopment = () => env().NODE_ENV === 'development';

/** What is allowed, but hardly meant: told in a line each when Kansli starts. */
export function doubtfulSettings(source: NodeJS.ProcessEnv = process.env): string[] {
  const { KANSLI_BASE_URL: address, KANSLI_TRUST_PROXY: trust } = withFiles(source);
  if (!address?.startsWith('https:') || trust !== undefined) return [];
  return [
    'KANSLI_BASE_URL is https, so a reverse proxy stands before Kansli: set KANSLI_TRUST_PROXY=true if it sets ' +
      'X-Forwarded-For (without, all people share one limit of sign-in attempts), else KANSLI_TRUST_PROXY=false.',
  ];
}

/**
 * For the command line, which knows no request and so needs neither secret nor address: fills in what is missing, and
 * what the caller has found out meanwhile.
 */
export function commandLineEnv(found: { DATABASE_URL?: string } = {}) {
  const given = withFiles(process.env);
  const port = process.env.PORT ?? '3000';
  const baseUrl = given.KANSLI_BASE_URL ?? `http://localhost:${port}`;
  const databaseUrl = found.DATABASE_URL ?? given.DATABASE_URL;
  if (databaseUrl) {
    cached = readEnv({
      ...process.env,
      DATABASE_URL: databaseUrl,
      KANSLI_SECRET: given.KANSLI_SECRET ?? 'unused'.padEnd(32, '-'),
      KANSLI_BASE_URL: baseUrl,
    });
  }
  return { databaseUrl, baseUrl, dataDir: resolve(given.KANSLI_DATA_DIR ?? '.data') };
}
