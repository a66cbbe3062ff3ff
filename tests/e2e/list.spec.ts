import type { Page } from '@playwright/test';
import { addAssociation } from '#tests/support/associations.ts';
import { expect, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';

test.use({ role: 'user' });

const inFinspang = '/associations?municipality=0562';
const table = (page: Page) => page.getByRole('table', { name: 'Föreningar' });
const row = (page: Page, index: number) => table(page).locator(`[data-row="${index}"]`);
const total = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('a misspelt search finds the association, and the address of the screen holds it', async ({
  page,
  product,
}) => {
  const name = `Lövsångarens Visklubb ${ownWord()}`;
  await addAssociation(await product.as('manager'), { name });
  await visit(page, '/associations');
  await page.getByRole('searchbox', { name: 'Sök förening' }).fill('lovsongarens visklub');
  await expect(table(page).getByRole('link', { name })).toBeVisible();
  await expect(page).toHaveURL(/q=lovsongarens/);
  await page.getByRole('searchbox', { name: 'Sök förening' }).fill('xqzzxqzz');
  await expect(page.getByText('Inget passar ”xqzzxqzz”')).toBeVisible();
  await page.getByRole('button', { name: 'Rensa sökning och filter' }).click();
  await expect(page).toHaveURL(/\/associations$/);
  await page.goBack();
  await expect(page.getByText('Inget passar ”xqzzxqzz”')).toBeVisible();
});

test('filters, order and the way back stand in the address, which a colleague can open', async ({
  page,
  deskOf,
}) => {
  await visit(page, '/associations');
  await page.getByRole('button', { name: 'Kommun', exact: true }).click();
  await page.getByRole('combobox').fill('finspång');
  await page.getByRole('option', { name: /^Finspång/ }).click();
  await page.keyboard.press('Escape');
  await expect(total(page, '240 föreningar')).toBeVisible();
  await page.getByRole('button', { name: 'Typ', exact: true }).click();
  await page.getByRole('option', { name: /^Kulturförening/ }).click();
  await page.keyboard.press('Escape');
  await expect(total(page, '120 föreningar')).toBeVisible();
  await page.getByRole('button', { name: 'Sortera efter Namn' }).click();
  await expect(page.getByRole('columnheader', { name: /Namn/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(row(page, 0)).toContainText('Finspångs byalag 239');
  await expect
    .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
    .toMatchObject({ municipality: '0562', type: 'Kulturförening', dir: 'desc' });

  const address = page.url();
  await row(page, 2)
    .getByRole('link', { name: /^Finspångs byalag/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Finspångs byalag 235' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(row(page, 0)).toContainText('Finspångs byalag 239');

  const colleague = await deskOf('manager');
  await visit(colleague, address);
  await expect(total(colleague, '120 föreningar')).toBeVisible();
  await expect(row(colleague, 0)).toContainText('Finspångs byalag 239');
  await expect(colleague.getByRole('columnheader', { name: /Namn/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(colleague.getByRole('button', { name: 'Ta bort Kommun' })).toBeVisible();
  await expect(colleague.getByRole('button', { name: 'Ta bort Typ' })).toBeVisible();

  await page.getByRole('button', { name: 'Ta bort Typ' }).click();
  await expect(total(page, '240 föreningar')).toBeVisible();
  await page.getByRole('button', { name: 'Rensa alla' }).click();
  await expect(page).toHaveURL(/\/associations\?(sort=name&)?dir=desc$/);
});

test('each column that has an order sorts by its head', async ({ page }) => {
  await visit(page, inFinspang);
  for (const [name, key] of [
    ['Kommun', 'municipality'],
    ['Typ', 'type'],
    ['Status', 'status'],
    ['Steg', 'stage'],
    ['Ansvarig', 'owner'],
  ]) {
    await page.getByRole('button', { name: `Sortera efter ${name}`, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`sort=${key}$`));
    await expect(page.getByRole('columnheader', { name })).toHaveAttribute('aria-sort', 'ascending');
    await expect(row(page, 0)).toContainText('Finspångs byalag');
  }
});

test('the list is worked from the keyboard alone', async ({ page }) => {
  await visit(page, inFinspang);
  await expect(row(page, 0)).toContainText('Finspångs byalag 001');
  const search = page.getByRole('searchbox', { name: 'Sök förening' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).not.toBeFocused();

  const link = (index: number) => row(page, index).getByRole('link', { name: /^Finspångs byalag/ });
  await page.keyboard.press('j');
  await expect(link(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(link(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(link(1)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: 'Valda föreningar' })).toContainText('1 vald');
  await expect(row(page, 1).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Valda föreningar' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Finspångs byalag 002' })).toBeVisible();
});

test('opening a row and coming back keeps what was ticked, and the keys go on from that row', async ({
  page,
}) => {
  await visit(page, inFinspang);
  await expect(row(page, 0)).toContainText('Finspångs byalag 001');
  const link = (index: number) => row(page, index).getByRole('link', { name: /^Finspångs byalag/ });
  for (const _ of [0, 1, 2]) await page.keyboard.press('j');
  await expect(link(2)).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Finspångs byalag 003' })).toBeVisible();
  await page.goBack();
  await expect(link(2)).toBeFocused();
  await expect(page.getByRole('region', { name: 'Valda föreningar' })).toContainText('1 vald');
  await page.keyboard.press('j');
  await expect(link(3)).toBeFocused();
});

test('a click on a row without a network stays on the list and says why', async ({
  page,
  context,
  watch,
}) => {
  watch.expectOffline();
  await visit(page, `${inFinspang}&q=byalag`);
  await expect(row(page, 0)).toContainText('Finspångs byalag');
  await context.setOffline(true);
  await row(page, 0)
    .getByRole('link', { name: /^Finspångs byalag/ })
    .click();
  await expect(page.getByRole('alert').filter({ hasText: 'Du är inte uppkopplad' })).toBeVisible();
  await expect(page).toHaveURL(/q=byalag/);
  await context.setOffline(false);
});

test('a tick in the head says how many of all it means', async ({ page }) => {
  await visit(page, inFinspang);
  const head = table(page).getByRole('checkbox', { name: 'Markera de 100 som är hämtade av 240' });
  await head.click();
  await expect(head).toBeChecked({ indeterminate: true });
  await expect(page.getByRole('region', { name: 'Valda föreningar' })).toContainText('100 valda av 240');
});

test('a range of rows is ticked with Shift, and their addresses are counted', async ({ page }) => {
  await visit(page, inFinspang);
  await row(page, 0).getByRole('checkbox').click();
  await row(page, 5)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Valda föreningar' });
  await expect(bar).toContainText('6 valda');
  await expect(bar.getByRole('button', { name: 'Kopiera 4 e-postadresser' })).toBeVisible();
  await bar.getByRole('button', { name: 'Avmarkera alla' }).click();
  await expect(bar).toHaveCount(0);
});

test('columns are chosen and stay chosen', async ({ page }) => {
  await visit(page, inFinspang);
  await expect(page.getByRole('columnheader', { name: /Ort/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Kolumner' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Ort' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: /Ort/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /Ort/ })).toBeVisible();
});

test('a number in the column of phones is one to call, written as Swedes do', async ({ page, product }) => {
  const name = `Ystads Telefonkör ${ownWord()}`;
  await addAssociation(await product.as('manager'), { name, phone: '+46701740606' });
  await visit(page, `/associations?q=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: 'Kolumner' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Telefon' }).click();
  await page.keyboard.press('Escape');
  const call = page.getByRole('link', { name: '070-174 06 06' });
  await expect(call).toHaveAttribute('href', 'tel:+46701740606');
  await page.reload();
  await expect(call).toBeVisible();
});

test('rows that came with the page stay while it comes to life', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { rows: false };
    new MutationObserver(() => {
      const now = document.querySelector('main [data-row]') !== null;
      if (seen.rows && !now) document.documentElement.dataset.rowsLeft = 'yes';
      seen.rows ||= now;
    }).observe(document, { childList: true, subtree: true });
  });
  await visit(page, inFinspang);
  await expect(row(page, 0)).toContainText('Finspångs byalag 001');
  await page.getByRole('searchbox', { name: 'Sök förening' }).focus();
  await expect(page.locator('html')).not.toHaveAttribute('data-rows-left');
});

test('the list has no pages: scrolling fetches the rest', async ({ page }) => {
  await visit(page, inFinspang);
  await expect(row(page, 0)).toContainText('Finspångs byalag 001');
  await expect(row(page, 239)).toHaveCount(0);
  await row(page, 0).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    await expect(row(page, 239)).toContainText('Finspångs byalag 240', { timeout: 500 });
  }).toPass();
  await expect(page.getByText('Slut på listan')).toBeVisible();
});

test('on a phone the rows are cards and the filters a sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, inFinspang);
  await page.getByRole('button', { name: 'Filter (1)' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await sheet.getByRole('button', { name: 'Har e-post' }).click();
  await sheet.getByRole('button', { name: 'Visa 160 föreningar' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page).toHaveURL(/hasEmail=true/);
  await row(page, 0).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: /Finspångs byalag/ })).toBeVisible();
});
