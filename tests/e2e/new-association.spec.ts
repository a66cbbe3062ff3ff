import { addAssociation } from '#tests/support/associations.ts';
import { expect, message, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';

test.use({ role: 'user' });

test('a new association needs a name and a municipality; what resembles it is shown first', async ({
  page,
  product,
}) => {
  const word = ownWord();
  const known = `Katrineholms Konståkare ${word}`;
  await addAssociation(await product.as('user'), { name: known });

  await visit(page, '/associations');
  await page.getByRole('link', { name: 'Ny förening' }).click();
  await page.getByRole('button', { name: 'Skapa föreningen' }).click();
  await expect(page.getByText('En förening behöver ett namn')).toBeVisible();
  await expect(page.getByText('Välj den kommun där föreningen finns.')).toBeVisible();

  await page.getByLabel('Namn').fill(`Katrineholms Konstakare ${word}`);
  const hint = page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'Finns den redan?' });
  await expect(hint.getByRole('link', { name: known })).toBeVisible();
  const name = `Katrineholms Modellflyg ${word}`;
  await page.getByLabel('Namn').fill(name);
  await page.getByLabel('Kommun').click();
  await page.getByPlaceholder('Sök kommun').fill('katrineholm');
  await page.getByRole('option', { name: /^Katrineholm/ }).click();
  await page.getByRole('button', { name: 'Skapa föreningen' }).click();
  await expect(message(page, `${name} finns nu i Kansli`)).toBeVisible();
  await expect(page).toHaveURL(/\/associations\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('a phone number that another association has asks whether it is the same', async ({
  page,
  product,
  watch,
}) => {
  watch.expectStatus(409);
  const word = ownWord();
  const known = `Granens Bouleklubb ${word}`;
  const phone = '070-174 06 77';
  await addAssociation(await product.as('user'), { name: known, phone });

  await visit(page, '/associations/new');
  await page.getByLabel('Namn').fill(`Provstads Klotklubb ${word}`);
  await page.getByLabel('Kommun').click();
  await page.getByPlaceholder('Sök kommun').fill('katrineholm');
  await page.getByRole('option', { name: /^Katrineholm/ }).click();
  await page.getByText('Fler uppgifter').click();
  await page.getByLabel('Telefon', { exact: true }).fill(phone);
  await page.getByRole('button', { name: 'Skapa föreningen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Är det samma förening?' });
  await expect(question).toContainText(`${phone} finns redan hos`);
  await question.getByRole('button', { name: 'Skapa ändå' }).click();
  await expect(page).toHaveURL(/\/associations\/[0-9a-f-]{36}$/);
});
