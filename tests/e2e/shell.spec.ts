import type { Page } from '@playwright/test';
import { addAssociation } from '#tests/support/associations.ts';
import { alive, expect, signIn, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';

test.use({ role: 'user' });

test('the palette finds pages and associations', async ({ page, product }) => {
  const name = `Norrköpings Nattvandrare ${ownWord()}`;
  await addAssociation(await product.as('user'), { name });
  await visit(page, '/associations');
  await expect(page.getByRole('heading', { level: 1, name: 'Föreningar' })).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Kommandon och sökning' });
  await expect(async () => {
    await page.keyboard.press('Control+K');
    await expect(palette).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.keyboard.type('kommun');
  await expect(palette.getByRole('option', { name: 'Kommuner' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/municipalities$/);
  await expect(palette).toHaveCount(0);

  await page.keyboard.press('Control+K');
  await page.keyboard.type(name.slice(0, -3));
  await expect(palette.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('theme and language are chosen, and stay', async ({ page, ownAccount, deskOf }) => {
  const account = await ownAccount('user');
  const desk = await deskOf('nobody');
  await signIn(desk, account);
  await expect(desk).toHaveURL(/\/associations$/);
  await visit(desk, '/profile');
  await desk.getByRole('radio', { name: 'Mörkt' }).click();
  await expect(desk.locator('html')).toHaveClass(/dark/);
  await desk.getByRole('radio', { name: 'English' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await expect(desk.locator('html')).toHaveAttribute('lang', 'en');
  await desk.reload();
  await expect(desk.locator('html')).toHaveClass(/dark/);
  await expect(desk.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();

  await visit(page, '/profile');
  await expect(page.getByRole('heading', { level: 1, name: 'Profil' })).toBeVisible();
});

test('the theme is there before any script of the page, follows the system, and is one in all windows', async ({
  page,
  context,
}) => {
  const html = (desk: typeof page) => desk.locator('html');
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit(page, '/profile');
  await expect(html(page)).toHaveClass(/dark/);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html(page)).toHaveClass(/light/);

  const other = await context.newPage();
  await visit(other, '/profile');
  await other.getByRole('radio', { name: 'Mörkt' }).click();
  for (const desk of [other, page]) {
    await expect(html(desk)).toHaveClass(/dark/);
    await expect(desk.getByRole('radio', { name: 'Mörkt' })).toBeChecked();
  }

  // Its scripts never come.
  await other.route(/_next\/static\/.*\.js/, () => {});
  await other.reload({ waitUntil: 'commit' });
  await expect(html(other)).toHaveClass(/dark/);
  await other.close();
});

test('an icon says its name to the pointer and to the keyboard, until Escape', async ({ page }) => {
  await visit(page, '/associations');
  const collapse = page.getByRole('button', { name: 'Fäll ihop menyn' });
  const tip = page.getByRole('tooltip').filter({ hasText: 'Fäll ihop menyn' });
  await expect(async () => {
    await page.mouse.move(0, 400);
    await collapse.hover();
    await expect(tip).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(collapse).toHaveAccessibleDescription('Fäll ihop menyn');
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);

  await page.getByRole('link', { name: 'Kansli – Föreningar' }).focus();
  await page.keyboard.press('Tab');
  await expect(collapse).toBeFocused();
  await expect(tip).toBeVisible();
});

test('? lists the keys, and g leads to places', async ({ page }) => {
  await visit(page, '/associations');
  const keys = page.getByRole('dialog', { name: 'Kortkommandon' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(keys).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(keys).toContainText('Till sökrutan');
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/\/municipalities$/);
});

test('a page that is not there says so and leads back', async ({ page, watch }) => {
  watch.expectStatus(404);
  const answer = await page.goto('/foreningar-som-inte-finns');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Sidan finns inte' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Huvudmeny' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Till papperskorgen' })).toHaveAttribute('href', '/trash');
  await page.getByRole('link', { name: 'Till föreningarna' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Föreningar' })).toBeVisible();
});

test('when the server does not answer, the screen says so and tries again on request', async ({
  page,
  watch,
}) => {
  watch.expectStatus(503);
  await visit(page, '/associations');
  await page.route('**/api/trpc/association.trash*', (route) => route.fulfill({ status: 503, body: '' }));
  await page
    .getByRole('navigation', { name: 'Huvudmeny' })
    .getByRole('link', { name: 'Papperskorg' })
    .click();
  await expect(page.getByRole('heading', { name: 'Det gick inte att hämta' })).toBeVisible();
  await page.unroute('**/api/trpc/association.trash*');
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await expect(page.getByRole('heading', { name: 'Det gick inte att hämta' })).toHaveCount(0);
});

test('a piece of the page that does not come leaves the page, and comes when it is tried again', async ({
  page,
  watch,
}) => {
  watch.expectOffline();
  await visit(page, '/associations');
  await expect(page.getByText('Uppdateras direkt').first()).toBeVisible();
  await page.route(/_next\/static\/.*\.js/, (route) => route.abort());
  const missing = page.getByRole('alert').filter({ hasText: 'En del av sidan kom inte' });
  await page.keyboard.press('?');
  await expect(missing).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Föreningar' })).toBeVisible();

  await page.unroute(/_next\/static\/.*\.js/);
  await missing.getByRole('button', { name: 'Försök igen' }).click();
  await expect(page.getByRole('dialog', { name: 'Kortkommandon' })).toBeVisible();
  await expect(missing).toHaveCount(0);
});

test('after an update an old page offers to reload, once; typed text is kept and nothing is taken away', async ({
  page,
  product,
  watch,
}) => {
  watch.expectOffline();
  watch.expectStatus(404);
  const id = await addAssociation(await product.as('manager'), { name: `Umeå Ultimate ${ownWord()}` });
  await visit(page, `/associations/${id}?tab=activity`);
  await expect(page.getByText('Uppdateras direkt').first()).toBeVisible();
  const note = page.getByRole('textbox', { name: 'Text', exact: true });
  await note.fill('Skrivet före uppdateringen');
  const offer = page.getByRole('alert').filter({ hasText: 'Kansli har uppdaterats' });
  await expect(offer).toHaveCount(0);

  // The server is another version from now on, and no longer has the old page's pieces.
  await answerAsNextVersion(page);
  await page.route(/_next\/static\/.*\.js/, (route) => route.fulfill({ status: 404 }));
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(offer).toBeVisible();
  await expect(page.getByText('En del av sidan kom inte')).toHaveCount(0);
  await expect(note).toHaveValue('Skrivet före uppdateringen');

  await page.unroute(/_next\/static\/.*\.js/);
  page.on('dialog', (dialog) => void dialog.accept());
  await offer.getByRole('button', { name: 'Ladda om' }).click();
  await expect(offer).toHaveCount(0);
  await expect(note).toHaveValue('Skrivet före uppdateringen');
  await alive(page);

  // The old page came again, as from a second server that is not updated yet: it is not offered in a circle.
  await page.route(/_next\/static\/.*\.js/, (route) => route.fulfill({ status: 404 }));
  const asked = page.waitForResponse('**/api/health/live');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await asked;
  await expect(page.getByText('En del av sidan kom inte')).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('an answer of another version is enough for the offer, and it can be put off', async ({ page }) => {
  await visit(page, '/associations');
  await answerAsNextVersion(page);
  const offer = page.getByRole('alert').filter({ hasText: 'Kansli har uppdaterats' });
  await page.getByRole('searchbox').fill(ownWord());
  await expect(offer).toBeVisible();
  await offer.getByRole('button', { name: 'Senare' }).click();
  await expect(offer).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Föreningar' })).toBeVisible();
});

/** Answers come from an updated server, but for the line that the page holds open. */
async function answerAsNextVersion(page: Page): Promise<void> {
  await page.route(/\/api\/(health|trpc\/(?!live))/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'x-kansli-version': 'the-next-one' };
    await route.fulfill({ response, headers });
  });
}
