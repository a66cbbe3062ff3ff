import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmailAddress, parseEmails } from './email-address.ts';

describe('parseEmails', () => {
  it.each([
    'a@x.example, b@y.example',
    'a@x.example;b@y.example',
    'a@x.example b@y.example',
    'a@x.example / b@y.example',
    'a@x.example/b@y.example',
    'a@x.example,b@y.example',
    'a@x.example eller b@y.example',
    'a@x.exampleb@y.example',
    'A@X.example och b@y.example',
  ])('finds two addresses in %j, in order', (text) => {
    expect(parseEmails(text).addresses).toEqual(['a@x.example', 'b@y.example']);
  });

  it('parts glued addresses at the top-level domain', () => {
    expect(parseEmails('a@x.seb@y.se')).toEqual({
      addresses: ['a@x.se', 'b@y.se'],
      unreadable: [],
      repaired: true,
    });
    expect(parseEmails('a@x.combo.ek@y.se').addresses).toEqual(['a@x.com', 'bo.ek@y.se']);
  });

  it.each([
    ['mailto:a@x.example', 'a@x.example'],
    ['Anna Testlund <a@x.example>', 'a@x.example'],
    ['a@gmail,com', 'a@gmail.com'],
    ['a@@x.example', 'a@x.example'],
    ['a @ x.example', 'a@x.example'],
    ['a@x..example', 'a@x.example'],
    ['a@x.example>', 'a@x.example'],
    ['a@x.example (öppnas sällan)', 'a@x.example'],
    ['a(at)x.example', 'a@x.example'],
    ['a@åmål.example', 'a@xn--ml-xiab.example'],
    ['a＠x.example', 'a@x.example'],
  ])('mends %j', (text, address) => {
    expect(parseEmails(text)).toEqual({ addresses: [address], unreadable: [], repaired: true });
  });

  it('does not call capitals and outer spaces a repair', () => {
    expect(parseEmails(' Anna@X.Example ')).toEqual({
      addresses: ['anna@x.example'],
      unreadable: [],
      repaired: false,
    });
  });

  it.each([
    '-',
    '...',
    'saknas',
    'http://x.example',
    'åsa@x.example',
    'jan@klubben',
    'anna testlund@x.example',
    'eva,bo.ek@x.example',
  ])('sets %j aside', (text) => {
    const { addresses, unreadable } = parseEmails(text);
    expect(addresses).toEqual([]);
    expect(unreadable).toHaveLength(1);
  });

  it('gives only addresses it would accept', () => {
    const piece = fc.constantFrom(
      'a',
      '@',
      '.se',
      ',',
      ' ',
      'x',
      '<',
      '>',
      ';',
      'å',
      '(at)',
      '..',
      'mailto:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        expect(parseEmails(pieces.join('')).addresses.every(isEmailAddress)).toBe(true);
      }),
    );
  });
});
