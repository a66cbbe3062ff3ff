import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPersonalId, PERSONAL_ID_REMOVED, removePersonalIds } from './personal-id.ts';

describe('removePersonalIds', () => {
  it.each([
    '121212-1212',
    '121212+1212',
    '19121212-1212',
    '191212121212',
    '1212121212',
    '650412 - 1234',
    '650412–1234',
    '701074-2398',
    '1912-12-12-1212',
    '１２１２１２-1212',
    '12121\u200b2-1212',
    '121212&#45;1212',
    '12<b>1212</b>-1212',
    '121212%2D1212',
  ])('takes %j out of a text', (number) => {
    const clean = removePersonalIds(`Ring Test, ${number}, efter sex`);
    expect(clean).toContain(PERSONAL_ID_REMOVED);
    expect(clean.replace(/\D/g, '')).not.toContain('1212');
    expect(clean).toContain('efter sex');
  });

  it.each([
    '889900-0015',
    '070-174 06 06',
    '0701740606',
    '070174-0606',
    '08-465 004 00',
    '+46701740606',
    'bg 123-4567',
    '1212121213',
    '991332-1234',
    '2025-10-27T05:14:12.854Z',
    'sida 1212121212121212',
  ])('leaves %j', (text) => {
    expect(removePersonalIds(text)).toBe(text);
    expect(hasPersonalId(text)).toBe(false);
  });

  it('believes a phone field more', () => {
    expect(removePersonalIds('0611123456', 'phone')).toBe('0611123456');
    expect(removePersonalIds('650413-1234', 'phone')).toBe('650413-1234');
    expect(removePersonalIds('191212121212', 'phone')).toBe(PERSONAL_ID_REMOVED);
    expect(removePersonalIds('121212-1212', 'phone')).toBe(PERSONAL_ID_REMOVED);
  });

  it('never throws and is done after one pass', () => {
    const piece = fc.constantFrom(
      '19',
      '121212',
      '-',
      '1212',
      ' ',
      'x',
      '&#45;',
      '<b>',
      '%2D',
      '+',
      '650412',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = removePersonalIds(pieces.join(''));
        expect(removePersonalIds(once)).toBe(once);
      }),
    );
  });
});

it.each([
  '12-12-12-1212',
  '12.12.12-1212',
  '1912 12 12 1212',
  '121212/1212',
  '121212_1212',
  '1212 12-1212',
  '12 12 12 1212',
])('finds %s, taken apart in a way of its own', (written) => {
  expect(removePersonalIds(`Ring ${written}!`)).toBe(`Ring ${PERSONAL_ID_REMOVED}!`);
});

it.each([
  '070-174 06 05',
  '0701740605',
  '802436-1639',
  '2025-10-27 10:15',
  '12.12.2012',
  '123 45 Provby',
  '1212/1313',
])('leaves %s alone', (written) => {
  expect(removePersonalIds(`Ring ${written}!`)).toBe(`Ring ${written}!`);
});

const spelled = (digits: string, zero: number) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

it.each([
  ['two blanks', '121212  1212'],
  ['a no-break space', '121212\u00a01212'],
  ['a no-break space and a blank', '121212 \u00a01212'],
  ['a thin space', '121212\u20091212'],
  ['a full-width hyphen', '121212\uff0d1212'],
  ['a small hyphen', '121212\ufe631212'],
  ['a hyphen bullet', '121212\u20431212'],
  ['a tilde', '121212~1212'],
  ['a colon', '121212:1212'],
  ['a comma', '121212,1212'],
  ['strokes in the date', '1912/12/12-1212'],
  ['the day first', '12.12.1912-1212'],
  ['the last four apart', '121212-12 12'],
  ['marks on digits', '1\u03012\u03081212-1212'],
  ['Arabic digits', spelled('121212-1212', 0x660)],
  ['Persian digits', spelled('121212-1212', 0x6f0)],
  ['Devanagari digits', spelled('1212121212', 0x966)],
  ['bold mathematical digits', spelled('121212-1212', 0x1d7ce)],
  ['digits as entities', '&#49;&#50;1212-1212'],
  ['digits as percent signs', '%31%321212-1212'],
  ['a no-break entity', '121212&nbsp;1212'],
  ['a soft hyphen between', '121212\u00ad1212'],
  ['an address', 'https://register.example/1212121212'],
  ['a no-break space as percent signs', '121212%C2%A01212'],
  ['a dash as percent signs', '121212%E2%80%931212'],
  ['percent signs encoded again', '121212%252D1212'],
  ['blanks of a form', '121212+%2D+1212'],
  ['a query', 'https://register.example/?id=121212%2D1212'],
])('finds a number with %s', (_, written) => {
  const clean = removePersonalIds(`Ring ${written} nu`);
  expect(clean).toContain(PERSONAL_ID_REMOVED);
  expect(hasPersonalId(`Ring ${written} nu`)).toBe(true);
});
