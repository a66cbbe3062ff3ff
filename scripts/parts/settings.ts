// The settings that the scripts read, and what they hand on to Kansli's programs.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** For Node, before the program's own name: it ends with its parent, to which it needs a message channel ('ipc'). */
export const END_WITH_PARENT = ['--import', pathToFileURL(join(ROOT, 'scripts', 'end-with-parent.mjs')).href];

/** A setting, or the content of the file that NAME_FILE points to. */
export function setting(name: string): string | undefined {
  const file = process.env[`${name}_FILE`];
  return process.env[name] || (file ? readFileSync(file, 'utf8').trim() : '') || undefined;
}

export const dataDir = () => resolve(ROOT, setting('KANSLI_DATA_DIR') ?? '.data');

export function portNumber(): number {
  const text = setting('PORT') ?? '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new Error(`PORT must be 1-65535, and is "${text}"`);
  return port;
}

/** What the programs of Kansli need to know. A secret that is not given is made once and kept beside the data. */
export function childSettings(databaseUrl: string, port: number) {
  const folder = dataDir();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    KANSLI_DATA_DIR: folder,
    KANSLI_SECRET: setting('KANSLI_SECRET') ?? ownSecret(folder),
    KANSLI_BASE_URL: setting('KANSLI_BASE_URL') ?? `http://localhost:${port}`,
    PORT: String(port),
  };
}

function ownSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** With NODE_ENV=production and a database given, web parts may run on several machines: secret and address must be given too. */
export function requireSettings(): void {
  if (process.env.NODE_ENV !== 'production' || !setting('DATABASE_URL')) return;
  const how = {
    KANSLI_SECRET: 'make one with `openssl rand -base64 32`',
    KANSLI_BASE_URL: 'the address people use, for example https://kansli.example.se',
  };
  for (const [name, advice] of Object.entries(how)) {
    if (!setting(name)) throw new Error(`Kansli cannot start: ${name} is not set (${advice}).`);
  }
}
