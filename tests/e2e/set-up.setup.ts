// Comes before every journey: the first administrator by the one-time link, one account per role, some associations.

import { createUser } from '#domain/users/create.ts';
import { expect, signIn, test, visit } from './support/journey.ts';
import { people, sessionFile, told } from './support/people.ts';
import { manyFile } from './support/registers.ts';

test.use({ role: 'nobody' });

test('the one-time link makes the first administrator, once', async ({ page, product, deskOf }) => {
  const { name, email, password } = people.admin;
  const done = await product.system.db.user.count();
  test.skip(done > 0, 'this product is set up already');

  await visit(page, '/associations');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fassociations$/);
  await expect(page.getByText('Kansli är inte inställt än')).toBeVisible();

  await visit(page, told('E2E_SETUP_LINK'));
  await expect(page.getByRole('heading', { name: 'Kom igång med Kansli' })).toBeVisible();
  await page.getByLabel('Ditt namn').fill(name);
  await page.getByLabel('Din e-postadress').fill(email);
  await page.getByLabel('Välj ett lösenord').fill('kort');
  await page.getByRole('button', { name: 'Skapa kontot och öppna Kansli' }).click();
  await expect(page.getByText('Lösenordet är för kort.')).toBeVisible();
  await page.getByLabel('Välj ett lösenord').fill(password);
  await page.getByRole('button', { name: 'Skapa kontot och öppna Kansli' }).click();

  await expect(page).toHaveURL(/\/associations$/);
  await expect(page.getByRole('heading', { name: 'Här finns inga föreningar än' })).toBeVisible();
  await expect(page.getByRole('button', { name: `Din meny: ${name}` })).toBeVisible();

  const other = await deskOf('nobody');
  await visit(other, told('E2E_SETUP_LINK'));
  await expect(other.getByRole('heading', { name: 'Kansli är redan inställt' })).toBeVisible();
  await expect(other.getByLabel('Välj ett lösenord')).toHaveCount(0);
});

test('each role has an account and a session', async ({ product, deskOf }) => {
  for (const role of ['admin', 'manager', 'user'] as const) {
    const account = people[role];
    const known = await product.system.db.user.count({ where: { email: account.email } });
    if (known === 0) await createUser(product.system, { ...account, role, locale: 'sv' });
    const page = await deskOf('nobody');
    await signIn(page, account);
    await expect(page).toHaveURL(/\/associations$/);
    await page.context().storageState({ path: sessionFile(role) });
  }
});

test('a register fills the list', async ({ product }) => {
  await product.importFiles([manyFile]);
});
