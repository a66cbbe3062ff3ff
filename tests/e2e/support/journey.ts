// `test` of all journeys: signed in as `role`, watched on every page, with the product's operations at hand.
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '#domain/permissions.ts';
import { createUser } from '#domain/users/create.ts';
import { type Account, newcomer, sessionFile, told } from './people.ts';
import { openProduct, type Product } from './product.ts';
import { createWatch, type Watch } from './watch.ts';

interface Given {
  /** Who sits at the desk; `nobody` has not signed in. */
  role: Role | 'nobody';
  watch: Watch;
  /** A second desk beside the first. */
  deskOf(role: Role | 'nobody'): Promise<Page>;
  /** An account that no other journey uses. */
  ownAccount(role: Role): Promise<Account>;
}

export const test = base.extend<Given, { product: Product }>({
  role: ['admin', { option: true }],
  storageState: async ({ role }, use) => use(role === 'nobody' ? undefined : sessionFile(role)),
  watch: [
    async ({ context }, use) => {
      const watch = createWatch(told('E2E_BASE_URL'));
      watch.follow(context);
      await use(watch);
      expect(watch.faults).toEqual([]);
    },
    { auto: true },
  ],
  deskOf: async ({ browser, watch }, use) => {
    const desks: BrowserContext[] = [];
    await use(async (role) => {
      const storageState = role === 'nobody' ? undefined : sessionFile(role);
      const desk = await browser.newContext({ storageState });
      desks.push(desk);
      watch.follow(desk);
      return desk.newPage();
    });
    for (const desk of desks) await desk.close();
  },
  ownAccount: async ({ product }, use) =>
    use(async (role) => {
      const account = newcomer();
      await createUser(product.system, { ...account, role, locale: 'sv' });
      return account;
    }),
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: the shape by which Playwright reads what a fixture needs.
    async ({}, use) => {
      const product = openProduct();
      await use(product);
      await product.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };

/**
 * Opens an address and waits until the page has come to life: what the server drew looks finished before it listens,
 * and a journey is faster with its keys than any person.
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await alive(page);
}

export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const drawn = [...document.querySelectorAll('h1, main [data-row]')];
    const taken = (element: Element) => Object.keys(element).some((key) => key.startsWith('__react'));
    return drawn.length > 0 && drawn.every(taken);
  });
}

export async function signIn(page: Page, { email, password }: Account, path = '/sign-in'): Promise<void> {
  await visit(page, path);
  await page.getByLabel('E-postadress').fill(email);
  await page.getByLabel('Lösenord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Logga in' }).click();
}

/** A message at the edge of the screen. */
export const message = (page: Page, text: string | RegExp) =>
  page.getByRole('region', { name: /Meddelanden/ }).getByText(text);
