// `npm run screenshots` takes the README's pictures from a demonstration of the product itself into docs/pictures;
// `npm run screenshots -- --all FOLDER` takes every screen in both themes at three widths, to be looked at.
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { transformer } from '../src/api/transformer.ts';
import { buildIfStale } from './parts/build.ts';
import { type Product, withProduct } from './parts/product.ts';
import { run } from './parts/run.ts';
import { ROOT } from './parts/settings.ts';
import { findBrowser } from './parts/test-tools.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const themes = ['light', 'dark'] as const;
const mostBytes = 250 * 1024;

/** Addresses found on the screens of the demonstration itself: its ids are new each time. */
type Places = Record<'record' | 'run', string>;
type Shot = {
  name: string;
  path: (places: Places) => string;
  theme?: (typeof themes)[number];
  size?: typeof desk;
};

const pictures: Shot[] = [
  { name: 'associations-light-desk', path: () => '/associations' },
  { name: 'associations-dark-desk', path: () => '/associations', theme: 'dark' },
  { name: 'associations-light-phone', path: () => '/associations', size: phone },
  { name: 'association-light-desk', path: ({ record }) => record },
  { name: 'contacts-light-desk', path: ({ record }) => `${record}?tab=contacts` },
  { name: 'imports-light-desk', path: ({ run }) => run },
  { name: 'municipalities-light-desk', path: () => '/municipalities?sort=associations&direction=desc' },
];

const screens: Record<string, Shot['path']> = {
  associations: () => '/associations',
  'associations-filtered': () => '/associations?q=idrott&status=MEMBER,CONTACTED&hasEmail=true',
  'associations-none': () => '/associations?q=xqzzxqzz',
  'association-new': () => '/associations/new',
  association: ({ record }) => record,
  'association-contacts': ({ record }) => `${record}?tab=contacts`,
  'association-activity': ({ record }) => `${record}?tab=activity`,
  'association-source': ({ record }) => `${record}?tab=source`,
  'association-edit': ({ record }) => `${record}?edit=true`,
  municipalities: () => '/municipalities',
  imports: () => '/imports',
  'import-result': ({ run }) => run,
  trash: () => '/trash',
  users: () => '/settings/users',
  profile: () => '/profile',
  'not-found': () => '/finns-inte',
};
const entrances = {
  'sign-in': '/sign-in',
  'set-up': '/setup?token=gone',
  invitation: '/invitation?token=gone',
};
const widths = { 360: phone.height, 768: 1024, 1440: desk.height };

await run(async () => {
  const { all } = parseArgs({ options: { all: { type: 'string' } } }).values;
  const folder = resolve(all ?? join(ROOT, 'docs', 'pictures'));
  const executablePath = findBrowser();
  await mkdir(folder, { recursive: true });
  await buildIfStale(console.log);
  await withProduct(['--demo'], {}, async (product) => {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [...sandbox, '--disable-gpu', '--font-render-hinting=none'];
    const browser = await chromium.launch({ executablePath, args });
    try {
      await (all ? takeAll(browser, product, folder) : takePictures(browser, product, folder));
    } finally {
      await browser.close();
    }
  });
});

async function takePictures(browser: Browser, product: Product, folder: string): Promise<void> {
  let places: Places | undefined;
  for (const { name, path, theme = 'light', size = desk } of pictures) {
    const small = size === phone ? { hasTouch: true, deviceScaleFactor: 2 } : {};
    const page = await openDesk(browser, product, { viewport: size, colorScheme: theme, ...small });
    await signIn(page, product);
    places ??= await findPlaces(page);
    await page.goto(path(places));
    const file = join(folder, `${name}.png`);
    await shoot(page, file);
    const { size: bytes } = await stat(file);
    if (bytes > mostBytes) throw new Error(`${name}.png is ${bytes} bytes, too large for the repository.`);
    await page.context().close();
  }
}

async function takeAll(browser: Browser, product: Product, folder: string): Promise<void> {
  const page = await openDesk(browser, product, { viewport: desk });
  const take = async (name: string, path: string) => {
    await page.goto(path);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height });
        await shoot(page, join(folder, `${name}-${colorScheme}-${width}.png`));
      }
    }
  };
  for (const [name, path] of Object.entries(entrances)) await take(name, path);
  await signIn(page, product);
  const places = await findPlaces(page);
  for (const [name, path] of Object.entries(screens)) await take(name, path(places));
}

async function openDesk(browser: Browser, product: Product, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    baseURL: product.baseUrl,
    reducedMotion: 'reduce',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    ...options,
  });
  return context.newPage();
}

async function signIn(page: Page, { baseUrl, output }: Product): Promise<void> {
  const [, email, password] = /admin\s+(\S+@\S+)\s+(\S+)/.exec(output) ?? [];
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email, password },
    headers: { origin: baseUrl },
  });
  if (!answer.ok())
    throw new Error(`The demonstration's administrator cannot sign in: ${await answer.text()}`);
}

async function findPlaces(page: Page): Promise<Places> {
  const links = async (list: string, link: string) => {
    await page.goto(list);
    const found = page.locator(link);
    await found.first().waitFor();
    await settled(page);
    return found.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  };
  const worked = await links(
    '/associations?status=NEGOTIATION&hasEmail=true&sort=activity',
    'a[data-row-link]',
  );
  const [run = '/imports'] = await links('/imports', 'main a[href^="/imports/"]');
  return { record: await richest(page, worked.slice(0, 20)), run };
}

type Seen = { contacts: unknown[]; tags: unknown[]; descriptionText: string | null; owner: unknown };

/** Of these records the one with most to show. */
async function richest(page: Page, paths: string[]): Promise<string> {
  let best = { path: paths[0] ?? '/associations', points: -1 };
  for (const path of paths) {
    const input = JSON.stringify({ id: path.split('/').at(-1) });
    const answer = await page.request.get(`/api/trpc/association.get?input=${encodeURIComponent(input)}`);
    const seen = transformer.output.deserialize((await answer.json()).result.data) as Seen;
    const points =
      seen.contacts.length + seen.tags.length + (seen.descriptionText ? 4 : 0) + (seen.owner ? 2 : 0);
    if (points > best.points) best = { path, points };
  }
  return best.path;
}

async function shoot(page: Page, path: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path });
  console.log(path);
}

/**
 * Live updates keep a connection open, so that the network never falls silent. What is looked for is the content, and
 * that React has taken over what the server drew: rows are drawn anew then.
 */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => {
    const drawn = [...document.querySelectorAll('h1, main [data-row]')];
    return (
      drawn.every((element) => Object.keys(element).some((key) => key.startsWith('__react'))) &&
      document.fonts.status === 'loaded' &&
      !document.querySelector('[aria-busy="true"], main .animate-pulse')
    );
  });
}
