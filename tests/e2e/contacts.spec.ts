import { addAssociation } from '#tests/support/associations.ts';
import { expect, message, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';
import { inRegister, ownId } from './support/registers.ts';

test.use({ role: 'user' });

test('contacts are added, changed, made the first one, taken away and brought back', async ({
  page,
  product,
}) => {
  const id = await addAssociation(await product.as('user'), { name: `Burlövs Dansklubb ${ownWord()}` });
  await visit(page, `/associations/${id}?tab=contacts`);
  const dialog = page.getByRole('dialog');
  const card = (name: string) => page.getByRole('article').filter({ hasText: name });

  await page.getByRole('button', { name: 'Lägg till kontakt' }).click();
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(dialog.getByText('Skriv ett namn, en e-postadress eller ett telefonnummer.')).toBeVisible();
  await dialog.getByLabel('Namn').fill('Eva Dansare');
  await dialog.getByLabel('Roll', { exact: true }).click();
  await page.getByRole('option', { name: 'Ordförande', exact: true }).click();
  if ((await dialog.getByLabel('E-post 1', { exact: true }).count()) === 0)
    await dialog.getByRole('button', { name: 'Lägg till e-post' }).click();
  await dialog.getByLabel('E-post 1', { exact: true }).fill('eva@dans');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(dialog.getByText('Skriv en hel e-postadress')).toBeVisible();
  await dialog.getByLabel('E-post 1', { exact: true }).fill('eva@dans.example');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(message(page, 'Eva Dansare är tillagd')).toBeVisible();
  await expect(card('Eva Dansare')).toContainText('Första kontakt');
  await expect(card('Eva Dansare')).toContainText('Ordförande');

  await page.getByRole('button', { name: 'Lägg till kontakt' }).click();
  await dialog.getByLabel('Namn').fill('Olle Kassör');
  await dialog.getByRole('button', { name: 'Lägg till telefon' }).click();
  await dialog.getByLabel('Telefon 1', { exact: true }).fill('070-174 06 33');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(card('Olle Kassör').getByRole('link', { name: 'Ring 070-174 06 33' })).toBeVisible();

  await page.getByRole('button', { name: 'Fler val för Olle Kassör' }).click();
  await page.getByRole('menuitem', { name: 'Gör till första kontakt' }).click();
  await expect(message(page, 'Olle Kassör är nu första kontakt')).toBeVisible();
  await expect(card('Olle Kassör')).toContainText('Första kontakt');
  await expect(card('Eva Dansare')).not.toContainText('Första kontakt');

  await page.getByRole('button', { name: 'Fler val för Eva Dansare' }).click();
  await page.getByRole('menuitem', { name: 'Redigera' }).click();
  await dialog.getByLabel('Namn').fill('Eva Danslärare');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(card('Eva Danslärare')).toBeVisible();

  await page.getByRole('button', { name: 'Fler val för Eva Danslärare' }).click();
  await page.getByRole('menuitem', { name: 'Ta bort' }).click();
  await expect(card('Eva Danslärare')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(card('Eva Danslärare')).toBeVisible();
});

test('an import leaves a contact that a person changed, and offers what the register says', async ({
  page,
  product,
}) => {
  const name = `Varbergs Vinterbadare ${ownWord()}`;
  const id = ownId();
  const file = (email: string, day: number) => ({
    name: 'Varberg_IBGO.json',
    content: [
      inRegister(
        'Varberg',
        'varberg.ibgo.se',
        id,
        { name },
        {
          scraped_at: `2025-11-0${day}T05:00:00.000Z`,
          contacts: [{ contact_person_name: 'Bo Badare', contact_person_email: email }],
        },
      ),
    ],
  });
  await product.importFiles([file('bo@bad.example', 1)]);
  const association = await product.system.db.association.findFirstOrThrow({ where: { name } });
  await visit(page, `/associations/${association.id}?tab=contacts`);
  const card = page.getByRole('article').filter({ hasText: 'Bo Badare' });
  await page.getByRole('button', { name: 'Fler val för Bo Badare' }).click();
  await page.getByRole('menuitem', { name: 'Redigera' }).click();
  await page.getByRole('dialog').getByLabel('E-post 1', { exact: true }).fill('bo.badare@bad.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await expect(card.getByRole('link', { name: 'Skriv till bo.badare@bad.example' })).toBeVisible();

  await product.importFiles([file('bo.ny@bad.example', 2)]);
  await expect(card.getByText(/^Registret \S+\.ibgo\.se säger nu$/)).toBeVisible();
  await expect(card.getByRole('link', { name: 'Skriv till bo.badare@bad.example' })).toBeVisible();
  await card.getByRole('button', { name: /Använd registrets/ }).click();
  await expect(card.getByRole('link', { name: 'Skriv till bo.ny@bad.example' })).toBeVisible();
});
