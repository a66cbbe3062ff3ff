import type { Page } from '@playwright/test';
import { addAssociation } from '#tests/support/associations.ts';
import { expect, message, test, visit } from './support/journey.ts';
import { ownWord, people } from './support/people.ts';

test.use({ role: 'manager' });

test('two people change the same field: the second sees both values and decides', async ({
  page,
  product,
  deskOf,
  watch,
}) => {
  watch.expectStatus(409);
  const id = await addAssociation(await product.as('manager'), {
    name: `Simrishamns Bordtennis ${ownWord()}`,
  });
  const colleague = await deskOf('user');
  for (const desk of [page, colleague]) {
    await visit(desk, `/associations/${id}?edit=true`);
    await expect(desk.getByLabel('E-post', { exact: true })).toBeVisible();
  }
  await save(colleague, 'kollegan@bordtennis.example');
  await expect(message(colleague, 'Ändringarna är sparade')).toBeVisible();

  await save(page, 'jag@bordtennis.example');
  const conflict = page.getByRole('dialog', { name: 'Någon annan hann före' });
  await expect(conflict).toContainText(`${people.user.name} ändrade samma uppgifter`);
  const theirs = conflict.getByRole('radio', { name: /Sparat nu.*kollegan@bordtennis\.example/ });
  const mine = conflict.getByRole('radio', { name: /Din version.*jag@bordtennis\.example/ });
  await expect(theirs).toBeChecked();
  await mine.click();
  await conflict.getByRole('button', { name: 'Spara mitt val' }).click();
  await expect(page.getByRole('link', { name: 'jag@bordtennis.example' })).toBeVisible();
  await expect(colleague.getByRole('link', { name: 'jag@bordtennis.example' })).toBeVisible();
});

test('what one person does is seen by the other without a reload', async ({ page, product, deskOf }) => {
  const name = `Linköpings Luftpistol ${ownWord()}`;
  const id = await addAssociation(await product.as('manager'), { name });
  const colleague = await deskOf('user');
  await visit(colleague, `/associations?q=${encodeURIComponent(name)}`);
  const row = colleague.getByRole('table', { name: 'Föreningar' }).locator('[data-row="0"]');
  await expect(row).toContainText('Ej kontaktad');

  await visit(page, `/associations/${id}`);
  await page.getByRole('complementary').getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Kontaktad', exact: true }).click();
  const owner = page.getByRole('complementary').getByLabel('Ansvarig', { exact: true });
  await owner.click();
  await page.getByRole('option', { name: people.user.name }).click();
  await expect(row).toContainText('Kontaktad');
  await expect(row).not.toContainText('Ej kontaktad');
  await expect(row).toContainText(people.user.name);
});

test('a record put into the trash while it is edited keeps what was typed, and says who and whom to ask', async ({
  page,
  product,
  deskOf,
  watch,
}) => {
  // The trash and back moved the record's version on; the form sends its one field again on the new one.
  watch.expectStatus(409);
  const manager = await product.as('manager');
  const id = await addAssociation(manager, { name: `Orsa Spelmanslag ${ownWord()}` });
  const colleague = await deskOf('user');
  await visit(colleague, `/associations/${id}?edit=true`);
  await colleague.getByLabel('Ort').fill('Orsa');
  await visit(page, `/associations/${id}`);
  await page.getByRole('button', { name: 'Fler val' }).click();
  await page.getByRole('menuitem', { name: 'Lägg i papperskorgen' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lägg i papperskorgen' }).click();
  await expect(colleague.getByText(`${people.manager.name} lade den där`)).toBeVisible();
  await expect(colleague.getByText('Be en handläggare eller administratör')).toBeVisible();
  await expect(colleague.getByLabel('Ort')).toHaveValue('Orsa');
  await expect(colleague.getByRole('button', { name: 'Spara' })).toBeDisabled();

  await page.getByRole('button', { name: 'Ångra' }).click();
  await colleague.getByRole('button', { name: 'Spara' }).click();
  await expect(message(colleague, 'Ändringarna är sparade')).toBeVisible();
});

async function save(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-post', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Spara' }).click();
}

test('eight tabs of one browser share one line for changes, and another takes over when its tab closes', async ({
  page,
  product,
  context,
  deskOf,
}) => {
  let opened = 0;
  context.on('request', (request) => {
    if (!request.url().includes('/live.changes')) return;
    opened += 1;
  });
  const manager = await product.as('manager');
  const name = `Vadstena Varpa ${ownWord()}`;
  const id = await addAssociation(manager, { name });
  const tabs = [page];
  while (tabs.length < 8) tabs.push(await context.newPage());
  for (const tab of tabs) {
    await visit(tab, `/associations?q=${encodeURIComponent(name)}`);
    await expect(rowOf(tab)).toContainText('Ej kontaktad');
    await expect(tab.getByText('Uppdateras direkt').first()).toBeVisible();
  }
  expect(opened).toBe(1);

  const colleague = await deskOf('user');
  await visit(colleague, `/associations/${id}`);
  await chooseStatus(colleague, 'Kontaktad');
  for (const tab of tabs) await expect(rowOf(tab)).not.toContainText('Ej kontaktad');
  expect(opened).toBe(1);

  // The first tab, which holds the line, goes.
  await page.close();
  await expect.poll(() => opened).toBe(2);
  const others = tabs.slice(1);
  for (const tab of others) await expect(tab.getByText('Uppdateras direkt').first()).toBeVisible();
  await chooseStatus(colleague, 'Intresserad');
  for (const tab of others) await expect(rowOf(tab)).toContainText('Intresserad');
});

const rowOf = (desk: Page) => desk.getByRole('table', { name: 'Föreningar' }).locator('[data-row="0"]');

async function chooseStatus(desk: Page, name: string): Promise<void> {
  await desk.getByRole('complementary').getByRole('combobox', { name: 'Status' }).click();
  await desk.getByRole('option', { name, exact: true }).click();
}
