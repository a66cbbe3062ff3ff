// What counts as the same address, in TypeScript and in the database.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AddressKind } from '#prisma/enums.ts';
import { testDatabase } from '#tests/support/database.ts';
import { addressValue, readAddresses } from './value.ts';

it.each<[string, AddressKind, string]>([
  ['  Info@Testby.Example ', 'EMAIL', 'info@testby.example'],
  ['mailto:info@testby.example', 'EMAIL', 'info@testby.example'],
  ['070-174 06 06', 'PHONE', '+46701740606'],
  ['+46 (0)70 174 06 06', 'PHONE', '+46701740606'],
  ['www.Testby.example/', 'LINK', 'testby.example'],
  ['https://testby.example/om/', 'LINK', 'testby.example/om'],
])('reads %j', (text, kind, value) => {
  expect(readAddresses(text)).toContainEqual({ kind, value });
});

it('looks for what is no address as a field may keep it', () => {
  expect(readAddresses('Ring kansliet')).toContainEqual({ kind: 'PHONE', value: 'ring kansliet' });
  expect(readAddresses('   ')).toEqual([]);
});

it('compares as the database does', async () => {
  const { db } = await testDatabase();
  const kind = fc.constantFrom<AddressKind>('EMAIL', 'PHONE', 'LINK');
  const piece = fc.constantFrom(
    'https://',
    'HTTP://',
    'www.',
    'Å',
    'ß',
    'İ',
    '/',
    '//',
    ' ',
    '\n',
    '#',
    '@',
    'Testby.example',
    '😀',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 600 }).map((written) => written.replaceAll('\0', '')),
    fc.constant('😀'.repeat(600)),
  );
  const asked = fc.sample(fc.tuple(kind, text), 400);
  const found = await db.$queryRaw<{ value: string }[]>`
    SELECT address_value(a.kind::address_kind, a.shown) AS value
    FROM unnest(${asked.map(([one]) => one)}::text[], ${asked.map(([, shown]) => shown)}::text[]) WITH ORDINALITY AS a(kind, shown, nth)
    ORDER BY nth`;
  expect(found.map(({ value }) => value)).toEqual(asked.map(([one, shown]) => addressValue(one, shown)));
});
