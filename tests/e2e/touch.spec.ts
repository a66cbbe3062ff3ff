// Fingers are blunter than a pointer: what is pressed on a phone measures 44 px, at a desk it stays compact.
import type { Page } from '@playwright/test';
import { addAssociation } from '#tests/support/associations.ts';
import { expect, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';

test.use({ role: 'admin', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Buttons with an icon whose box is smaller than a fingertip, by name. */
const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button:has(svg)')].flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      const seen = button.checkVisibility({ visibilityProperty: true }) && width > 1;
      return seen && (width < 44 || height < 44)
        ? [`${button.getAttribute('aria-label') ?? button.textContent}: ${width} x ${height}`]
        : [];
    }),
  );

test('buttons of the list and its filters are large enough for a finger', async ({ page }) => {
  await visit(page, '/associations?municipality=0562&q=byalag');
  await expect(page.getByRole('button', { name: 'Ta bort Kommun' })).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
  await page.getByRole('button', { name: 'Filter (1)' }).tap();
  await expect(page.getByRole('dialog', { name: 'Filter' })).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
});

test('buttons of a record and its form are large enough for a finger', async ({ page, product }) => {
  const name = `Fingerfärgarna ${ownWord()}`;
  const id = await addAssociation(await product.as('manager'), {
    name,
    email: 'fingrar@forening.example',
    types: ['Kulturförening'],
  });
  for (const tab of ['', '?tab=contacts', '?tab=activity', '?edit=true']) {
    await visit(page, `/associations/${id}${tab}`);
    expect.soft(await tooSmall(page), tab).toEqual([]);
  }
});
