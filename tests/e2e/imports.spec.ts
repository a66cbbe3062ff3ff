import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { alive, expect, test, visit } from './support/journey.ts';
import { ownWord } from './support/people.ts';
import { inRegister, ownId } from './support/registers.ts';

test.use({ role: 'manager' });

test('dropped files are read before anything is saved, then imported, and every problem has its row', async ({
  page,
}, info) => {
  const word = ownWord();
  const good = (id: number, name: string, fields = {}) =>
    inRegister('Trosa', 'trosa.ibgo.se', id, { name: `${name} ${word}`, ...fields });
  const first = ownId();
  await dropFiles(page, {
    [info.outputPath('Trosa_IBGO.json')]: [
      good(first, 'Trosa Kanotklubb'),
      good(first + 1, 'Trosa Bridgeklubb', { org_number: '802002-0000' }),
      good(first + 2, 'Trosa Teater'),
    ],
    [info.outputPath('Solna_IBGO.json')]: [
      inRegister('Solna', 'solna.ibgo.se', first, { name: `Solna Schacksällskap ${word}` }),
      inRegister('Solna', 'solna.ibgo.se', first + 1, { name: `Solna Scoutkår ${word}` }),
    ],
    [info.outputPath('inkopslista.json')]: { mjolk: 2 },
  });

  const row = (file: string) => page.getByRole('row').filter({ hasText: file });
  const cells = (file: string) => row(file).getByRole('cell');
  await expect(cells('Trosa_IBGO.json').nth(1)).toHaveText('Trosa');
  await expect(cells('Trosa_IBGO.json').nth(2)).toHaveText('IBGO');
  await expect(cells('Trosa_IBGO.json').nth(3)).toHaveText('3');
  await expect(cells('Trosa_IBGO.json').nth(4)).toHaveText('3');
  await expect(cells('Solna_IBGO.json').nth(3)).toHaveText('2');
  await expect(row('inkopslista.json')).toContainText('innehåller inga registerposter');
  await expect(page).toHaveURL(/\/imports\?draft=/);
  await page.reload();
  await alive(page);
  await expect(row('Solna_IBGO.json')).toBeVisible();

  await page.getByRole('button', { name: 'Starta importen' }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
  const result = page.getByRole('heading', { level: 2, name: 'Föreningar', exact: true }).locator('..');
  await expect(page.getByRole('progressbar').or(result)).toBeVisible();
  await expect(result).toContainText(/5\s*nya/);
  await expect(
    page.getByRole('heading', { level: 2, name: 'Filer', exact: true }).locator('..'),
  ).toContainText(/1\s*avvisade/);

  const kind = page.getByRole('button', { name: /^Ogiltigt organisationsnummer/ });
  if ((await kind.getAttribute('aria-expanded')) === 'false') await kind.click();
  const problem = page
    .getByRole('region', { name: 'Trosa_IBGO.json' })
    .getByRole('row')
    .filter({ hasText: `Trosa Bridgeklubb ${word}` });
  await expect(problem.getByRole('cell').nth(0)).toHaveText('2');
  await expect(problem).toContainText('802002-0000');
  await problem.getByRole('link', { name: `Trosa Bridgeklubb ${word}` }).click();
  await expect(page).toHaveURL(/\/associations\?q=/);
  await expect(
    page.getByRole('table', { name: 'Föreningar' }).getByRole('link', { name: `Trosa Bridgeklubb ${word}` }),
  ).toBeVisible();
});

test('the same file again changes nothing, and says so', async ({ page, product }, info) => {
  const records = [
    inRegister('Motala', 'ibgo.motala.se', ownId(), { name: `Motala Roddklubb ${ownWord()}` }),
  ];
  await product.importFiles([{ name: 'Motala_IBGO.json', content: records }]);
  await visit(page, '/imports');
  const path = info.outputPath('Motala_IBGO.json');
  await writeFile(path, JSON.stringify(records));
  await page.locator('input[type=file][multiple]').setInputFiles(path);
  await expect(page.getByText(/Exakt den här filen importerades/)).toBeVisible();
  await page.getByRole('button', { name: 'Starta importen' }).click();
  await expect(page.getByText('Inget var nytt: alla uppgifter stämmer redan med registret.')).toBeVisible();
  await page.getByRole('navigation', { name: 'Sökväg' }).getByRole('link', { name: 'Importer' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Motala_IBGO.json' }).first()).toContainText(
    'Inget ändrades',
  );
});

test('a file shows up although the first look at its draft is answered late', async ({ page }, info) => {
  const path = info.outputPath('Uppsala_IBGO.json');
  const name = `Uppsala Skidklubb ${ownWord()}`;
  await writeFile(path, JSON.stringify([inRegister('Uppsala', 'uppsala.ibgo.se', ownId(), { name })]));
  await visit(page, '/imports');
  const arrived = page.waitForResponse(/\/api\/imports\/[^/]+\/files/);
  await page.route(
    /\/api\/trpc\/[^?]*import\.get/,
    async (route) => {
      // Asked for before the file came, answered after it.
      const answer = await route.fetch();
      await arrived;
      await route.fulfill({ response: answer }).catch(() => {});
    },
    { times: 1 },
  );
  await page.locator('input[type=file][multiple]').setInputFiles(path);
  await expect(page.getByRole('row').filter({ hasText: 'Uppsala_IBGO.json' })).toBeVisible();
});

test('an import that was prepared and not started can be thrown away', async ({ page }, info) => {
  const path = info.outputPath('Uppsala_IBGO.json');
  const name = `Uppsala Körsällskap ${ownWord()}`;
  await writeFile(path, JSON.stringify([inRegister('Uppsala', 'uppsala.ibgo.se', ownId(), { name })]));
  await visit(page, '/imports');
  await page.locator('input[type=file][multiple]').setInputFiles(path);
  await expect(page.getByRole('row').filter({ hasText: 'Uppsala_IBGO.json' })).toBeVisible();
  await page.getByRole('button', { name: 'Kasta' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kasta' }).click();
  await expect(page.getByText('Importen kastades.')).toBeVisible();
  await expect(page).toHaveURL(/\/imports$/);
  await expect(page.getByRole('row').filter({ hasText: 'Uppsala_IBGO.json' })).toHaveCount(0);
});

/** As from the desktop: the browser itself is given the files, so that they are read the way dropped ones are. */
async function dropFiles(page: Page, files: Record<string, unknown>): Promise<void> {
  for (const [path, content] of Object.entries(files)) await writeFile(path, JSON.stringify(content));
  await visit(page, '/imports');
  const zone = page.getByRole('region', { name: 'Lägg till registerfiler' });
  const box = await zone.boundingBox();
  if (!box) throw new Error('There is nowhere to drop files.');
  const browser = await page.context().newCDPSession(page);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: Object.keys(files), dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, ...place, data });
  }
}
