import { describe, expect, it } from 'vitest';
import { hostOf, looksLikeWebAddress, parseWebAddress } from './url.ts';

describe('parseWebAddress', () => {
  it.each([
    ['https://x.example/om', 'https://x.example/om'],
    ['http://x.example/', 'http://x.example'],
    ['www.x.example', 'https://www.x.example'],
    ['x.example/om-oss', 'https://x.example/om-oss'],
    ['Http://WWW.X.example/Om', 'http://www.x.example/Om'],
    ['http:/x.example', 'http://x.example'],
    ['http//x.example', 'http://x.example'],
    ['http://http://x.example', 'http://x.example'],
    ['https:// www.x.example', 'https://www.x.example'],
    ['www..x.example', 'https://www.x.example'],
    ['http://a.example www.b.example', 'http://a.example'],
    ['x.example, y.example', null],
    ['www.åmål.example', 'https://www.xn--ml-xiab.example'],
    ['javascript:alert(1)', null],
    ['ftp://x.example', null],
    ['info@x.example', null],
    ['https://user:pass@x.example', null],
    ['saknas', null],
    ['', null],
    ['http://', null],
    ['localhost', null],
    [`https://x.example/${'a'.repeat(2000)}`, null],
  ])('reads %j as %j', (text, url) => {
    expect(parseWebAddress(text)).toBe(url);
  });
});

it('knows an address from words', () => {
  expect(looksLikeWebAddress('www.x.example')).toBe(true);
  expect(looksLikeWebAddress('x.se')).toBe(true);
  expect(looksLikeWebAddress('Anna Testlund')).toBe(false);
  expect(looksLikeWebAddress('a@x.se')).toBe(false);
});

it('gives the host in lower case', () => {
  expect(hostOf('https://FRI.Testby.example:8080/visa.aspx?id=A')).toBe('fri.testby.example:8080');
  expect(hostOf('www.x.example')).toBeNull();
});
