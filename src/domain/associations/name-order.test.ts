import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { addAssociation } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { withFilterIndex } from '#tests/support/filter-index.ts';
import { listAssociations } from './list.ts';

async function paged(context: Context, direction: 'asc' | 'desc', limit: number) {
  const rows: { id: string; name: string }[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listAssociations>> = await listAssociations(context, {
      order: direction,
      limit,
      cursor,
    });
    rows.push(...page.rows.map(({ id, name }) => ({ id, name })));
    cursor = page.nextCursor;
    if (cursor === null) return rows;
  }
}

const inOrder = [
  '”Alfa” dansklubb',
  'Beta 2',
  '(Beta) 3',
  'IFK 2',
  'IFK 10',
  '#IFK 11',
  'IFK 100',
  'Zeta',
  '»Åsele byalag«',
  'Älvdalens kör',
  '% Örebro',
  'Österåker',
];

it('sorts names by what their numbers are worth, past signs before them, with å ä ö last', async () => {
  const context = await testContext('manager');
  for (const name of inOrder.toSorted()) await addAssociation(context, { name });
  const indexed = await withFilterIndex(context);
  for (const way of [context, indexed]) {
    expect((await paged(way, 'asc', 5)).map(({ name }) => name)).toEqual(inOrder);
    expect((await paged(way, 'desc', 5)).map(({ name }) => name)).toEqual(inOrder.toReversed());
  }
});

it('has one order in the database, in memory and over pages, each row once, whatever names there are', async () => {
  const context = await testContext('manager');
  const piece = fc.constantFrom(
    'IFK',
    ' ',
    '2',
    '10',
    '02',
    '"',
    '#',
    '%',
    '(',
    'Å',
    'ä',
    'Ö',
    'a',
    'W',
    'v',
    'é',
    '-',
    '&',
  );
  const name = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('').trim())
    .filter(Boolean);
  for (const one of fc.sample(name, 150)) await addAssociation(context, { name: one });
  const indexed = await withFilterIndex(context);
  for (const direction of ['asc', 'desc'] as const) {
    const whole = await paged(context, direction, 200);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(150);
    for (const way of [context, indexed])
      for (const limit of [7, 200]) expect(await paged(way, direction, limit)).toEqual(whole);
  }
});
