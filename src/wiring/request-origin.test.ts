import { expect, it } from 'vitest';
import { comesFromElsewhere } from './request-origin.ts';

const from = (headers: Record<string, string>) => new Request('http://localhost:3000/api', { headers });

it.each<[string, Record<string, string>, boolean]>([
  ['the own address', { origin: 'https://kansli.example' }, false],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
  ['a sister host', { origin: 'https://other.kansli.example', 'sec-fetch-site': 'same-site' }, true],
  ['the own host on another port', { origin: 'https://kansli.example:8443' }, true],
  ['the own host without TLS', { origin: 'http://kansli.example' }, true],
  ['a sandboxed frame', { origin: 'null' }, true],
  ['a cross-site read without an origin', { 'sec-fetch-site': 'cross-site' }, true],
  ['a typed address', { 'sec-fetch-site': 'none' }, false],
  ['no browser', {}, false],
])('%s', (_, headers, elsewhere) => {
  expect(comesFromElsewhere(from(headers), 'https://kansli.example')).toBe(elsewhere);
});

it('takes the names of one machine for itself as one place, on one port only', () => {
  const at = (origin: string) => comesFromElsewhere(from({ origin }), 'http://localhost:3000');
  expect(at('http://127.0.0.1:3000')).toBe(false);
  expect(at('http://[::1]:3000')).toBe(false);
  expect(at('http://127.0.0.1:4000')).toBe(true);
  expect(at('http://10.0.0.1:3000')).toBe(true);
});
