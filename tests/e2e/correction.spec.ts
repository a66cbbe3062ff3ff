// The main job: what a person corrected stands, whatever the register says next.
import type { Page } from '@playwright/test';
import { expect, message, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';
import { inRegister, ownId } from './support/registers.ts';

test.use({ role: 'manager' });

const at = (email: string, page: Page) => page.getByRole('link', { name: email });

test('a correction stands when the register is imported again; its newer value is offered, not taken', async ({
  page,
  product,
}) => {
  const name = `Gotlands Varpaklubb ${ownWord()}`;
  const id = ownId();
  const register = (email: string, day: number) => ({
    name: 'Gotland_IBGO.json',
    content: [
      inRegister(
        'Gotland',
        'gotland.ibgo.se',
        id,
        { name, email },
        { scraped_at: `2025-11-0${day}T05:00:00.000Z` },
      ),
    ],
  });
  await product.importFiles([register('gammal@varpa.example', 1)]);

  await visit(page, `/associations?q=${encodeURIComponent(name)}`);
  await page.getByRole('table', { name: 'Föreningar' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(at('gammal@varpa.example', page)).toBeVisible();
  await page.getByRole('button', { name: 'Redigera', exact: true }).first().click();
  await page.getByLabel('E-post', { exact: true }).fill('rattad@varpa.example');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(at('rattad@varpa.example', page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ändrat här' })).toBeVisible();

  await product.importFiles([register('gammal@varpa.example', 2)]);
  await page.reload();
  await expect(at('rattad@varpa.example', page)).toBeVisible();
  await expect(page.getByText('säger nu')).toHaveCount(0);

  await product.importFiles([register('nyare@varpa.example', 3)]);
  await expect(page.getByText('Registret har en nyare uppgift')).toBeVisible();
  await expect(page.getByText('Registret gotland.ibgo.se säger nu')).toBeVisible();
  await expect(at('rattad@varpa.example', page)).toBeVisible();
  await expect(at('nyare@varpa.example', page)).toBeVisible();
  await page.getByRole('button', { name: 'Behåll ditt värde för E-post' }).click();
  await expect(message(page, 'Ditt värde för E-post står kvar')).toBeVisible();
  await expect(at('nyare@varpa.example', page)).toHaveCount(0);
  await expect(at('rattad@varpa.example', page)).toBeVisible();

  await product.importFiles([register('nyast@varpa.example', 4)]);
  await page.getByRole('button', { name: 'Använd registrets värde för E-post' }).click();
  await expect(message(page, 'E-post följer registret igen')).toBeVisible();
  await expect(at('nyast@varpa.example', page)).toBeVisible();
  await expect(at('rattad@varpa.example', page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Ändrat här' })).toHaveCount(0);

  await page.getByRole('tab', { name: 'Källdata' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'nyast@varpa.example' })).toContainText(
    'Samma som visas',
  );
});
