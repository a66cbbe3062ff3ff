import { expect, signIn, test, visit } from './support/journey.ts';
import { people } from './support/people.ts';

test.use({ role: 'nobody' });

test('a wrong password is refused and the address stays; the right one leads to where one wanted to go', async ({
  page,
  watch,
}) => {
  watch.expectStatus(401);
  await visit(page, '/municipalities?county=05');
  await expect(page).toHaveURL(/\/sign-in\?next=/);

  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page.getByText('Skriv din e-postadress.')).toBeVisible();
  await page.getByLabel('E-postadress').fill(people.user.email);
  await page.getByLabel('Lösenord', { exact: true }).fill('inte alls rätt lösen');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page.getByText('E-postadressen eller lösenordet stämmer inte.')).toBeVisible();
  await expect(page.getByLabel('E-postadress')).toHaveValue(people.user.email);

  await page.getByLabel('Lösenord', { exact: true }).fill(people.user.password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page).toHaveURL(/\/municipalities\?county=05$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Kommuner' })).toBeVisible();
});

test('the way back after the sign-in stays on this site', async ({ page }) => {
  await signIn(page, people.user, '/sign-in?next=https://elsewhere.example/');
  await expect(page).toHaveURL(/\/associations$/);
});

test('signing out ends the session, also in a tab that is still open', async ({
  page,
  ownAccount,
  watch,
}) => {
  watch.expectStatus(401);
  const account = await ownAccount('user');
  await signIn(page, account);
  await page.getByRole('button', { name: `Din meny: ${account.name}` }).click();
  await page.getByRole('menuitem', { name: 'Logga ut' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await visit(page, '/associations');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fassociations$/);
});

test.describe('before the scripts have come', () => {
  test.use({ javaScriptEnabled: false });

  test('a password never stands in an address', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-postadress').fill(people.user.email);
    await page.getByLabel('Lösenord', { exact: true }).fill(people.user.password);
    await page.getByRole('button', { name: 'Logga in' }).click();
    await expect(page.getByLabel('Lösenord', { exact: true })).toHaveValue('');
    expect(page.url()).not.toContain('password');
  });
});
