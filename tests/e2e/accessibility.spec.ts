// Every screen, in both themes and at three widths: nothing for axe to find, and nothing to scroll sideways for on a phone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Furniture, furnish } from './support/furniture.ts';
import { expect, test, visit } from './support/journey.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = { phone: 360, tablet: 768, desk: 1440 };
const everywhere = Object.values(widths);
// While a menu or a list of choices is open the page behind it is hidden from screen readers and cannot take the focus;
// axe knows that of dialogs alone, and misses the hidden page's landmarks and title.
const behindMenus = ['aria-hidden-focus', 'landmark-one-main', 'page-has-heading-one', 'region'];

let there: Furniture;
test.beforeAll(async ({ product }) => {
  there = await furnish(product);
});

const screens: Record<string, () => string> = {
  list: () => '/associations?municipality=0562&hasEmail=true',
  'list without a match': () => '/associations?q=xqzzxqzz',
  'new association': () => '/associations/new',
  record: () => `/associations/${there.association}`,
  contacts: () => `/associations/${there.association}?tab=contacts`,
  timeline: () => `/associations/${there.association}?tab=activity`,
  source: () => `/associations/${there.association}?tab=source`,
  'edit form': () => `/associations/${there.association}?edit=true`,
  'deleted record': () => `/associations/${there.deleted}`,
  municipalities: () => '/municipalities',
  imports: () => '/imports',
  'import draft': () => `/imports?draft=${there.draft}`,
  'import result': () => `/imports/${there.run}`,
  trash: () => '/trash',
  users: () => '/settings/users',
  profile: () => '/profile',
};

const entrances: Record<string, () => string> = {
  'sign-in': () => '/sign-in',
  'set-up': () => '/setup?token=gone',
  invitation: () => there.invitation,
  'dead invitation': () => '/invitation?token=gone',
};

for (const [name, path] of Object.entries(screens)) {
  test(`${name} is accessible`, async ({ page }) => {
    await visit(page, path());
    await survey(page, everywhere);
  });
}

test('no such page is accessible', async ({ page, watch }) => {
  watch.expectStatus(404);
  await visit(page, '/finns-inte');
  await survey(page, everywhere);
  await visit(page, '/associations/01890a5d-ac96-774b-bcce-b302099a8057');
  await survey(page, everywhere);
});

test.describe('before the sign-in', () => {
  test.use({ role: 'nobody' });
  for (const [name, path] of Object.entries(entrances)) {
    test(`${name} is accessible`, async ({ page, watch }) => {
      watch.expectStatus(404);
      await visit(page, path());
      await survey(page, everywhere);
    });
  }
});

/** What opens over a screen: on which, at which width, and how. */
const opened: Record<string, [path: () => string, width: number, open: (page: Page) => Promise<unknown>]> = {
  palette: [
    () => '/profile',
    widths.desk,
    (page) => page.getByRole('button', { name: 'Sök och gå till' }).click(),
  ],
  'list of keys': [
    () => '/profile',
    widths.desk,
    async (page) => {
      await page.getByRole('button', { name: /^Din meny/ }).click();
      await page.getByRole('menuitem', { name: 'Kortkommandon' }).click();
    },
  ],
  'user menu': [
    () => '/profile',
    widths.desk,
    (page) => page.getByRole('button', { name: /^Din meny/ }).click(),
  ],
  filter: [
    screens.list ?? String,
    widths.desk,
    (page) => page.getByRole('button', { name: 'Status', exact: true }).click(),
  ],
  columns: [
    screens.list ?? String,
    widths.desk,
    (page) => page.getByRole('button', { name: 'Kolumner' }).click(),
  ],
  'filter sheet': [
    screens.list ?? String,
    widths.phone,
    (page) => page.getByRole('button', { name: /^Filter/ }).click(),
  ],
  'more sheet': [() => '/profile', widths.phone, (page) => page.getByRole('button', { name: 'Mer' }).click()],
  'side panel sheet': [
    screens.record ?? String,
    widths.phone,
    (page) => page.getByRole('button', { name: 'Status', exact: true }).click(),
  ],
  'status choice': [
    screens.record ?? String,
    widths.desk,
    (page) => page.getByRole('complementary').getByRole('combobox', { name: 'Status' }).click(),
  ],
  'contact dialog': [
    screens.contacts ?? String,
    widths.phone,
    (page) => page.getByRole('button', { name: 'Lägg till kontakt' }).click(),
  ],
  'invite dialog': [
    () => '/settings/users',
    widths.desk,
    (page) => page.getByRole('button', { name: 'Bjud in' }).click(),
  ],
};

for (const [name, [path, width, open]] of Object.entries(opened)) {
  test(`${name}, opened, is accessible`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, path());
    await settled(page);
    await open(page);
    await survey(page, [width], behindMenus);
  });
}

async function survey(page: Page, at: number[], without: string[] = []): Promise<void> {
  for (const width of at) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? /dark/ : /light/);
      await settled(page);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .withTags(levels)
        .disableRules(without)
        .analyze();
      const findings = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
      );
      expect.soft(findings, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([]);
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(sideways, `${page.url()} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

/** Live updates keep a connection open, so that the network never falls silent: what is looked for is the content. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('[aria-busy="true"], .animate-pulse')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}
