// `npm run screenshots [-- FOLDER]` takes the pictures of the documentation from a demonstration of the product itself.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { buildIfStale } from './parts/build.ts';
import { type Product, withProduct } from './parts/product.ts';
import { run } from './parts/run.ts';
import { ROOT } from './parts/settings.ts';
import { findBrowser } from './parts/test-tools.ts';

const SCREENS: Record<string, string> = {
  associations: '/associations',
  association: 'the first of the list',
  'new-association': '/associations/new',
  municipalities: '/municipalities',
  imports: '/imports',
  trash: '/trash',
  users: '/settings/users',
  profile: '/profile',
};
const WIDTHS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const THEMES = ['light', 'dark'] as const;

await run(async () => {
  const folder = resolve(process.argv[2] ?? join(ROOT, 'docs', 'pictures'));
  const executablePath = findBrowser();
  await mkdir(folder, { recursive: true });
  await buildIfStale(console.log);
  await withProduct(['--demo'], {}, async (product) => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      for (const theme of THEMES) {
        for (const size of ['desk', 'phone'] as const) await takeAll(browser, product, theme, size, folder);
      }
    } finally {
      await browser.close();
    }
  });
});

async function takeAll(
  browser: Browser,
  { baseUrl, output }: Product,
  theme: (typeof THEMES)[number],
  size: keyof typeof WIDTHS,
  folder: string,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: WIDTHS[size],
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    ...(size === 'phone' ? { hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  const shoot = async (name: string) => {
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}-${theme}-${size}.png`) });
    console.log(`${name}-${theme}-${size}.png`);
  };
  await page.goto('/sign-in');
  await shoot('sign-in');
  const [, email, password] = /admin\s+(\S+@\S+)\s+(\S+)/.exec(output) ?? [];
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: { email, password },
    headers: { origin: baseUrl },
  });
  if (!answer.ok())
    throw new Error(`The demonstration's administrator cannot sign in: ${await answer.text()}`);
  for (const [name, path] of Object.entries(SCREENS)) {
    if (path.startsWith('/')) await page.goto(path);
    else await openFirst(page);
    await shoot(name);
  }
  await context.close();
}

async function openFirst(page: Page): Promise<void> {
  await page.goto('/associations');
  const links = page.locator('a[href^="/associations/"]:not([href="/associations/new"])');
  await links.first().waitFor();
  await page.goto((await links.first().getAttribute('href')) ?? '/associations');
}

/** Live updates keep a connection open, so that the network never falls silent: what is looked for is the picture. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      !document.querySelector('[data-slot="skeleton"], [aria-busy="true"]'),
  );
}
