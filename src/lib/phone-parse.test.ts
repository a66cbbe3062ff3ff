import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { parsePhones } from './phone-parse.ts';

const numbersOf = (text: string) => parsePhones(text).numbers;

describe('parsePhones', () => {
  it.each([
    '0701740606',
    '070-174 06 06',
    '070- 174 06 06.',
    '+46701740606',
    '+46 (0)70 174 06 06',
    '0046701740606',
    '46701740606',
    '701740606',
    'mobil: 070-1740606',
    '070-174 06 06 Anna',
    '0701740606 (måndag till fredag)',
    '070–174 06 06',
  ])('reads %j', (text) => {
    expect(numbersOf(text)).toEqual(['+46701740606']);
  });

  it.each([
    '0701740606, 0701740607',
    '070-174 06 06/070-174 06 07',
    '0701740606 - 0701740607',
    '0701740606-0701740607',
    '070-174 06 06 eller 070-174 06 07',
    '+467017406060701740607',
    '0701740606 0701740607',
  ])('finds two numbers in %j', (text) => {
    expect(numbersOf(text)).toEqual(['+46701740606', '+46701740607']);
  });

  it('keeps what is no number apart', () => {
    expect(parsePhones('123456')).toEqual({ numbers: [], unreadable: ['123456'], remark: '' });
    expect(parsePhones('0000000000').numbers).toEqual([]);
    expect(parsePhones('Anna Testlund').unreadable).toEqual(['Anna Testlund']);
    expect(parsePhones('0701740606-0000000000')).toMatchObject({
      numbers: ['+46701740606'],
      unreadable: ['0000000000'],
    });
    expect(parsePhones('  ').unreadable).toEqual([]);
  });

  it('reads landlines and neighbours', () => {
    expect(numbersOf('08-465 004 00')).toEqual(['+46846500400']);
    expect(numbersOf('0910-123456')).toEqual(['+46910123456']);
    expect(numbersOf('+4740612345')).toEqual(['+4740612345']);
  });

  it('agrees with the library where it does not ask it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('0', '2', '3', '6', '9'),
        fc.integer({ min: 0, max: 9_999_999 }),
        (series, rest) => {
          const written = `07${series}${String(rest).padStart(7, '0')}`;
          const library = parsePhoneNumberFromString(written, 'SE');
          expect(numbersOf(written)).toEqual([library?.number]);
        },
      ),
    );
  });
});
