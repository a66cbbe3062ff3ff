import { addAssociation } from '#tests/support/associations.ts';
import { alive, expect, message, signIn, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';

test.use({ role: 'user' });

test('a typed note survives navigation, reload and the end of the session, and is sent after a new sign-in', async ({
  watch,
  product,
  ownAccount,
  deskOf,
}) => {
  watch.expectStatus(401);
  const account = await ownAccount('user');
  const id = await addAssociation(await product.as('manager'), { name: `Gnesta Gymnastik ${ownWord()}` });
  const page = await deskOf('nobody');
  await signIn(page, account);
  await expect(page).toHaveURL(/\/associations$/);
  await visit(page, `/associations/${id}?tab=activity`);
  const note = page.getByRole('textbox', { name: 'Text', exact: true });
  const typed = 'Ringde Karin, hon återkommer på torsdag.';
  await note.fill(typed);

  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Kommuner' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kommuner' })).toBeVisible();
  await page.goBack();
  await expect(note).toHaveValue(typed);
  await page.reload();
  await expect(note).toHaveValue(typed);
  await alive(page);

  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Spara' }).click();
  const again = page.getByRole('dialog', { name: 'Logga in igen' });
  await expect(again.getByLabel('E-postadress')).toHaveValue(account.email);
  await again.getByLabel('Lösenord', { exact: true }).fill(account.password);
  await again.getByRole('button', { name: 'Logga in', exact: true }).click();
  await expect(again).toHaveCount(0);
  await expect(note).toHaveValue(typed);
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(message(page, 'Sparat i historien')).toBeVisible();
  await expect(note).toHaveValue('');
  await page.reload();
  await expect(note).toHaveValue('');
});

test('a note sent without a network waits, says so, can be taken back, and goes off when the network is there', async ({
  page,
  context,
  product,
  watch,
}) => {
  watch.expectOffline();
  const id = await addAssociation(await product.as('manager'), { name: `Kiruna Kanot ${ownWord()}` });
  await visit(page, `/associations/${id}?tab=activity`);
  await expect(page.getByText('Uppdateras direkt').first()).toBeVisible();
  const note = page.getByRole('textbox', { name: 'Text', exact: true });
  await note.fill('Skrivet på tåget');
  await context.setOffline(true);
  await expect(page.getByText('Ingen kontakt med nätet').first()).toBeVisible();
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Väntar på nätet')).toBeVisible();
  await page.getByRole('button', { name: 'Ta tillbaka' }).click();
  await expect(page.getByText('Väntar på nätet')).toHaveCount(0);
  await expect(note).toHaveValue('Skrivet på tåget');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Väntar på nätet')).toBeVisible();

  await context.setOffline(false);
  await expect(message(page, 'Sparat i historien')).toBeVisible();
  await expect(note).toHaveValue('');
  await expect(page.getByText('Uppdateras direkt').first()).toBeVisible();
});

test('a form outlives a reload, and a change that a colleague made meanwhile is still a conflict', async ({
  page,
  product,
  deskOf,
  watch,
}) => {
  watch.expectStatus(409);
  const id = await addAssociation(await product.as('manager'), { name: `Salems Simklubb ${ownWord()}` });
  await visit(page, `/associations/${id}?edit=true`);
  const email = page.getByLabel('E-post', { exact: true });
  await email.fill('jag@simklubben.example');
  page.on('dialog', (dialog) => void dialog.accept());

  const colleague = await deskOf('user');
  await visit(colleague, `/associations/${id}?edit=true`);
  await colleague.getByLabel('E-post', { exact: true }).fill('kollegan@simklubben.example');
  await colleague.getByRole('button', { name: 'Spara' }).click();
  await expect(message(colleague, 'Ändringarna är sparade')).toBeVisible();

  await page.reload();
  await expect(email).toHaveValue('jag@simklubben.example');
  await page.getByRole('button', { name: 'Spara' }).click();
  const conflict = page.getByRole('dialog', { name: 'Någon annan hann före' });
  await conflict.getByRole('radio', { name: /Din version/ }).click();
  await conflict.getByRole('button', { name: 'Spara mitt val' }).click();
  await expect(page.getByRole('link', { name: 'jag@simklubben.example' })).toBeVisible();
  await visit(page, `/associations/${id}?edit=true`);
  await expect(email).toHaveValue('jag@simklubben.example');
});
