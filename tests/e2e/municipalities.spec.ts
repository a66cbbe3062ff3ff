import { expect, test, visit } from './support/journey.ts';

test.use({ role: 'user' });

test('a municipality tells how many associations it has, and leads to them', async ({ page }) => {
  await visit(page, '/municipalities');
  await expect(page.getByText(/^290 kommuner/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Sök kommun' }).fill('finspang');
  const row = page.getByRole('row').filter({ hasText: 'Finspång' });
  await expect(row).toContainText('240');
  await expect(row).toContainText('Interbook Go');
  await expect(page).toHaveURL(/q=finspang/);
  await row.getByRole('link', { name: 'Finspång', exact: true }).click();
  await expect(page).toHaveURL(/\/associations\?municipality=0562$/);
  await expect(page.getByRole('status').filter({ hasText: '240 föreningar' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta bort Kommun' })).toBeVisible();
  await page.goBack();
  await expect(row).toBeVisible();
});

test('the table is filtered and sorted', async ({ page }) => {
  await visit(page, '/municipalities');
  await page.getByRole('button', { name: 'Län', exact: true }).click();
  await page.getByRole('option', { name: /^Gotlands län/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 kommun i urvalet')).toBeVisible();
  await page.getByRole('button', { name: 'Rensa filter' }).click();
  await page.getByRole('button', { name: 'Sortera efter Föreningar' }).click();
  await expect(page.getByRole('columnheader', { name: /Föreningar/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const names = page.getByRole('table', { name: 'Kommuner' }).locator('[data-row="0"]');
  await expect(names).toContainText('Finspång');
});
