import type { Page } from '@playwright/test';
import { addAssociation } from '#tests/support/associations.ts';
import { expect, message, test, visit } from './support/journey.ts';
import { ownWord, people } from './support/people.ts';
import { inRegister, ownId } from './support/registers.ts';

test.use({ role: 'user' });

const status = (page: Page) => page.getByRole('complementary').getByRole('combobox', { name: 'Status' });
const stage = (page: Page) => page.getByRole('complementary').getByRole('combobox', { name: 'Steg' });

test('the four parts of an association have their own address', async ({ page, product }) => {
  const name = `Eda Hembygdsförening ${ownWord()}`;
  const content = [inRegister('Eda', 'eda.ibgo.se', ownId(), { name, phone: '070-174 06 12' })];
  await product.importFiles([{ name: 'Eda_IBGO.json', content }]);
  const { id } = await product.system.db.association.findFirstOrThrow({ where: { name } });
  await visit(page, `/associations/${id}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('link', { name: '070-174 06 12' })).toBeVisible();

  await page.getByRole('tab', { name: /Kontakter/ }).click();
  await expect(page).toHaveURL(/\?tab=contacts$/);
  await expect(page.getByRole('heading', { name: 'Karin Provdotter' })).toBeVisible();
  await page.getByRole('tab', { name: 'Aktivitet' }).click();
  await expect(page.getByText('Kom in från registret')).toBeVisible();
  await page.getByRole('tab', { name: 'Källdata' }).click();
  await expect(page.getByText('Så som registret skrev det senast.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Öppna i registret/ })).toHaveAttribute(
    'href',
    /eda\.ibgo\.se/,
  );
  await page.goBack();
  await expect(page).toHaveURL(/\?tab=activity$/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Karin Provdotter' })).toBeVisible();
});

test('a faulty value is explained at its field, and what was typed stays until it is saved', async ({
  page,
  product,
}) => {
  const id = await addAssociation(await product.as('user'), { name: `Nybro Ryttarförening ${ownWord()}` });
  await visit(page, `/associations/${id}`);
  await page.getByRole('button', { name: 'Redigera', exact: true }).first().click();
  await expect(page).toHaveURL(/edit=true/);
  await page.getByLabel('E-post', { exact: true }).fill('styrelsen@');
  await page.getByLabel('Ort').fill('Nybro');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Skriv en hel e-postadress')).toBeVisible();
  await expect(page.getByLabel('E-post', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Ort')).toHaveValue('Nybro');

  await page.getByRole('button', { name: 'Avbryt' }).click();
  const question = page.getByRole('alertdialog', { name: 'Lämna utan att spara?' });
  await question.getByRole('button', { name: 'Stanna kvar' }).click();
  await page.getByLabel('E-post', { exact: true }).fill('styrelsen@ryttarna.example');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(message(page, 'Ändringarna är sparade')).toBeVisible();
  await expect(page.getByRole('link', { name: 'styrelsen@ryttarna.example' })).toBeVisible();
  await page.getByRole('tab', { name: 'Aktivitet' }).click();
  await expect(page.getByText(new RegExp(`${people.user.name} ändrade .*e-post`))).toBeVisible();
});

test('Back from an edited form asks as a click does, and a save without a network says so beside the button', async ({
  page,
  context,
  product,
  watch,
}) => {
  watch.expectOffline();
  // Playwright's own goBack() waits for a page that does not come.
  const back = () => page.evaluate(() => window.history.back());
  const id = await addAssociation(await product.as('user'), { name: `Lunds Lurblåsare ${ownWord()}` });
  await visit(page, `/associations/${id}`);
  await page.getByRole('button', { name: 'Redigera', exact: true }).first().click();
  await page.getByLabel('Ort').fill('Lund');
  await back();
  const question = page.getByRole('alertdialog', { name: 'Lämna utan att spara?' });
  await question.getByRole('button', { name: 'Stanna kvar' }).click();
  await expect(page).toHaveURL(/edit=true/);
  await expect(page.getByLabel('Ort')).toHaveValue('Lund');

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Spara' }).click();
  const failure = page.getByRole('alert').filter({ hasText: 'Inget är sparat' });
  await expect(failure).toContainText('Du är inte uppkopplad till nätet');
  await expect(failure).toBeInViewport();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Spara igen' }).click();
  await expect(message(page, 'Ändringarna är sparade')).toBeVisible();

  await page.getByRole('button', { name: 'Redigera', exact: true }).first().click();
  await page.getByLabel('Ort').fill('Malmö');
  await back();
  await question.getByRole('button', { name: 'Lämna' }).click();
  await expect(page).not.toHaveURL(/edit=true/);
  await expect(page.getByText('Malmö')).toHaveCount(0);
});

test('a call is written down and moves the association to contacted', async ({ page, product }) => {
  const id = await addAssociation(await product.as('user'), { name: `Ale Orkester ${ownWord()}` });
  await visit(page, `/associations/${id}`);
  await expect(status(page)).toHaveText('Ej kontaktad');
  await page.getByRole('button', { name: 'Anteckna' }).click();
  await page.getByRole('radio', { name: 'Samtal' }).click();
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.fill('Ordföranden vill veta mer om medlemskapet.');
  await text.press('Control+Enter');
  await expect(message(page, 'Sparat. Status är nu Kontaktad.')).toBeVisible();
  await expect(status(page)).toHaveText('Kontaktad');
  await expect(page.getByText(`${people.user.name} ringde`)).toBeVisible();
  await expect(text).toHaveValue('');

  await page.getByRole('button', { name: /Redigera anteckningen/ }).click();
  await page.getByRole('menuitem', { name: 'Ta bort' }).click();
  await expect(page.getByText('Ordföranden vill veta mer')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.getByText('Ordföranden vill veta mer')).toBeVisible();
});

test('a step forward needs no question, a skip does; the owner is chosen beside it', async ({
  page,
  product,
}) => {
  const id = await addAssociation(await product.as('user'), { name: `Säffle Segelsällskap ${ownWord()}` });
  await visit(page, `/associations/${id}`);
  await status(page).click();
  await page.getByRole('option', { name: 'Kontaktad', exact: true }).click();
  await expect(status(page)).toHaveText('Kontaktad');

  await status(page).click();
  await page.getByRole('option', { name: 'Medlem' }).click();
  const question = page.getByRole('alertdialog', { name: 'Ändra från Kontaktad till Medlem?' });
  await question.getByRole('button', { name: 'Avbryt' }).click();
  await expect(status(page)).toHaveText('Kontaktad');
  await status(page).click();
  await page.getByRole('option', { name: 'Medlem' }).click();
  await expect(question).toContainText('steget blir Vunnen');
  await question.getByLabel('Medlem från').fill('2025-01-01');
  await question.getByRole('button', { name: 'Ändra' }).click();
  await expect(status(page)).toHaveText('Medlem');
  await expect(page.getByText('Medlem sedan 1 jan. 2025').first()).toBeVisible();
  await expect(stage(page)).toHaveText('Vunnen');
  await expect(page.getByText(/^Medlem sedan/).first()).toBeVisible();

  const owner = page.getByRole('complementary').getByLabel('Ansvarig', { exact: true });
  await owner.click();
  await page.getByRole('option', { name: people.manager.name }).click();
  await expect(owner).toHaveText(people.manager.name);
  await page.reload();
  await expect(status(page)).toHaveText('Medlem');
  await expect(owner).toHaveText(people.manager.name);
});

test('one who leaves goes back to an open stage, and the move can be undone', async ({ page, product }) => {
  const id = await addAssociation(
    await product.as('user'),
    { name: `Tanums Kanotklubb ${ownWord()}` },
    { crmStatus: 'LOST', pipeline: 'CLOSED_LOST' },
  );
  await visit(page, `/associations/${id}`);
  await status(page).click();
  await page.getByRole('option', { name: 'Intresserad' }).click();
  const question = page.getByRole('alertdialog', { name: 'Ändra från Förlorad till Intresserad?' });
  await expect(question.getByLabel('Steg att gå vidare från')).toHaveText('Uppföljning');
  await question.getByLabel('Steg att gå vidare från').click();
  await page.getByRole('option', { name: 'Kvalificerad' }).click();
  await question.getByRole('button', { name: 'Ändra' }).click();
  await expect(stage(page)).toHaveText('Kvalificerad');
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(message(page, 'Status är Förlorad igen')).toBeVisible();
  await expect(status(page)).toHaveText('Förlorad');
  await expect(stage(page)).toHaveText('Förlorad');
});

test('tags are made, put on and taken off', async ({ page, product }) => {
  const tag = ownWord();
  const id = await addAssociation(await product.as('user'), { name: `Mark Fotoklubb ${ownWord()}` });
  await visit(page, `/associations/${id}`);
  const tags = page.getByRole('list', { name: 'Taggar' });
  await tags.getByRole('button', { name: 'Tagg' }).click();
  await page.keyboard.type(tag);
  await expect(page.getByRole('option', { name: `Skapa ”${tag}”` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tags.getByText(tag)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await tags.getByRole('button', { name: `Ta bort taggen ${tag}` }).click();
  await expect(tags.getByText(tag)).toHaveCount(0);
});

test.describe('a manager', () => {
  test.use({ role: 'manager' });

  test('puts an association in the trash and takes it back', async ({ page, product }) => {
    const name = `Bengtsfors Jaktklubb ${ownWord()}`;
    const id = await addAssociation(await product.as('manager'), { name });
    await visit(page, `/associations/${id}`);
    const remove = async () => {
      await page.getByRole('button', { name: 'Fler val' }).click();
      await page.getByRole('menuitem', { name: 'Lägg i papperskorgen' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Lägg i papperskorgen' }).click();
    };
    const banner = page.getByText('Den här föreningen ligger i papperskorgen');
    await remove();
    await expect(banner).toBeVisible();
    await expect(page.getByRole('button', { name: 'Redigera', exact: true })).toHaveCount(0);
    await page.getByRole('button', { name: 'Ångra' }).click();
    await expect(banner).toHaveCount(0);

    await remove();
    await expect(banner).toBeVisible();
    await visit(page, `/associations?q=${encodeURIComponent(name)}`);
    await expect(page.getByText(`Inget passar ”${name}”`)).toBeVisible();
    await visit(page, '/trash');
    await page.getByRole('button', { name: `Återställ ${name}` }).click();
    await expect(message(page, `${name} är återställd.`)).toBeVisible();
    await visit(page, `/associations/${id}`);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(banner).toHaveCount(0);
  });
});

test('an association that is not there says so', async ({ page, watch }) => {
  watch.expectStatus(404);
  await visit(page, '/associations/01890a5d-ac96-774b-bcce-b302099a8057');
  await expect(page.getByRole('heading', { name: 'Föreningen finns inte' })).toBeVisible();
});
