import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser for the journeys: the system's, else the one Playwright has downloaded. */
export function findBrowser(): string {
  const path = [process.env.CHROMIUM_PATH, ...NAMES, chromium.executablePath()].find(
    (name) => name && existsSync(name),
  );
  if (path) return path;
  throw new Error(
    'The browser journeys need Chromium, and there is none. Install it with `apt-get install chromium` (Debian, Ubuntu) or ' +
      '`npx playwright install --with-deps chromium`, or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

/** Where Redis stands; undefined leaves its tests out, which CI must not do. */
export function findRedis(): string | undefined {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find(existsSync);
  if (!found && process.env.CI === 'true')
    throw new Error('CI must run the Redis tests: install redis-server.');
  return found;
}
