import { describe, expect, it } from 'vitest';
import { passesLuhn } from './luhn.ts';
import { formatOrgNumber, parseOrgNumber } from './org-number.ts';

describe('parseOrgNumber', () => {
  it.each(['889900-0015', '8899000015', '16889900-0015', '168899000015', ' 889900 - 0015 ', 'SE8899000015'])(
    'reads %j',
    (text) => {
      expect(parseOrgNumber(text)).toEqual({ kind: 'valid', orgNumber: '889900-0015' });
    },
  );

  it.each(['121212-1212', '191212121212', '19121212-1212', '6504121234', '801400-0000'])(
    'calls %j personal: its third digit is below 2',
    (text) => {
      expect(parseOrgNumber(text)).toEqual({ kind: 'personal' });
    },
  );

  it.each(['889900-0014', '88990013', '111 111 111', '', 'saknas', '19889900-0015', '889900-0015x'])(
    'calls %j invalid',
    (text) => {
      expect(parseOrgNumber(text)).toEqual({ kind: 'invalid' });
    },
  );
});

it('formats ten digits and leaves the rest', () => {
  expect(formatOrgNumber('8899000015')).toBe('889900-0015');
  expect(formatOrgNumber('okänt')).toBe('okänt');
});

it('checks the last digit by Luhn', () => {
  expect(passesLuhn('8899000015')).toBe(true);
  expect(passesLuhn('8899000051')).toBe(false);
  expect(passesLuhn('')).toBe(false);
});
