import { expect, message, signIn, test, visit } from './support/journey.ts';
import { newcomer } from './support/people.ts';

test('an invited colleague gets in by the link, once, and no further than the role goes', async ({
  page,
  deskOf,
  watch,
}) => {
  watch.expectStatus(404);
  const account = newcomer();
  await visit(page, '/settings/users');
  await page.getByRole('button', { name: 'Bjud in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bjud in en kollega' });
  await dialog.getByRole('button', { name: 'Skapa länk' }).click();
  await expect(dialog.getByText('Skriv ett namn.')).toBeVisible();
  await dialog.getByLabel('Namn').fill(account.name);
  await dialog.getByLabel('E-postadress').fill(account.email);
  await expect(dialog.getByLabel('Roll')).toHaveText('Användare');
  await dialog.getByRole('button', { name: 'Skapa länk' }).click();
  const link = await page.getByRole('textbox', { name: 'Engångslänk' }).inputValue();
  await page.getByRole('button', { name: 'Klar' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: account.email })).toBeVisible();

  const desk = await deskOf('nobody');
  await visit(desk, link);
  await expect(desk.getByLabel('E-postadress')).toHaveValue(account.email);
  await desk.getByLabel('Nytt lösenord').fill(account.password);
  await desk.getByRole('button', { name: 'Skapa mitt konto' }).click();
  await expect(desk).toHaveURL(/\/associations$/);
  const menu = desk.getByRole('navigation', { name: 'Huvudmeny' });
  await expect(menu.getByRole('link', { name: 'Föreningar' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Importer' })).toHaveCount(0);
  await expect(menu.getByRole('link', { name: 'Användare' })).toHaveCount(0);

  await visit(page, link);
  await expect(page.getByRole('heading', { name: 'Länken gäller inte längre' })).toBeVisible();
});

test.describe('a user', () => {
  test.use({ role: 'user' });

  test('is told politely what only others may see', async ({ page, watch }) => {
    watch.expectStatus(403);
    await visit(page, '/imports');
    await expect(page.getByText('Din roll får inte göra det här.')).toBeVisible();
    await visit(page, '/settings/users');
    await expect(page.getByText('Bara för administratörer')).toBeVisible();
    await visit(page, '/trash');
    await expect(
      page.getByText('En handläggare eller administratör kan återställa föreningar.'),
    ).toBeVisible();
  });
});

test('closing an account ends its sessions, and Undo opens it again', async ({
  page,
  deskOf,
  ownAccount,
  watch,
}) => {
  for (const status of [401, 403]) watch.expectStatus(status);
  const account = await ownAccount('user');
  const desk = await deskOf('nobody');
  await signIn(desk, account);
  await expect(desk).toHaveURL(/\/associations$/);

  await visit(page, '/settings/users');
  await page.getByRole('button', { name: `Åtgärder för ${account.name}` }).click();
  await page.getByRole('menuitem', { name: 'Stäng av' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stäng av' }).click();
  await expect(message(page, `${account.name} är avstängd`)).toBeVisible();
  await expect(page.getByRole('row', { name: account.email })).toContainText('Avstängt');

  await visit(desk, '/municipalities');
  await expect(desk).toHaveURL(/\/sign-in/);
  await signIn(desk, account);
  await expect(desk.getByText('Ditt konto är avstängt.')).toBeVisible();

  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.getByRole('row', { name: account.email })).toContainText('Aktivt');
  await desk.getByRole('button', { name: 'Logga in' }).click();
  await expect(desk).toHaveURL(/\/associations$/);
});
