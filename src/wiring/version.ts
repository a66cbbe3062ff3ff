// Which build of the web part this is: pages and answers bear it, so that a page from before an update is recognised.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDevelopment } from './env.ts';

/** The digest of all sources, written when a build is finished. */
export const buildStamp = join(import.meta.dirname, '..', '..', '.next', 'kansli-sources');

export const versionOf = (sources: string): string => sources.slice(0, 16);

/** Undefined while the code is worked on. */
export function readVersion(): string | undefined {
  if (isDevelopment() || !existsSync(buildStamp)) return undefined;
  return versionOf(readFileSync(buildStamp, 'utf8'));
}
