import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

type Messages = { [key: string]: string | Messages };

const read = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Messages;
const names = async (language: string) =>
  globSync(`messages/${language}/*.json`)
    .map((path) => basename(path))
    .sort();

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );

/** The parts of a text that stand in braces, not counting braces inside braces. */
function braced(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (const [index, letter] of [...text].entries()) {
    if (letter === '{' && depth++ === 0) from = index + 1;
    if (letter === '}' && --depth === 0) parts.push([...text].slice(from, index).join(''));
  }
  return parts;
}

/** Names of the values that a message takes, also inside the branches of a plural. */
function values(text: string): string[] {
  const names = braced(text).flatMap((part) => {
    const [name = '', , branches = ''] = part.split(/,(.*?),(.*)/s);
    return [name.split(',')[0]?.trim() ?? '', ...braced(branches).flatMap(values)];
  });
  return [...new Set(names)].sort();
}

const files = await names('sv');

it('has the same files in both languages', async () => {
  expect(await names('en')).toEqual(files);
});

describe.each(files)('%s', (file) => {
  it('has the same keys, taking the same values, and no empty text', async () => {
    const [sv, en] = [flat(await read(`messages/sv/${file}`)), flat(await read(`messages/en/${file}`))];
    expect(en.map(([key]) => key).sort()).toEqual(sv.map(([key]) => key).sort());
    const english = new Map(en);
    for (const [key, text] of sv) {
      const other = english.get(key) ?? '';
      expect(values(other), key).toEqual(values(text));
      expect([text.trim(), other.trim()], key).not.toContain('');
    }
  });
});

it('has a sentence for every error that the product throws', async () => {
  const known = new Set(flat(await read('messages/sv/errors.json')).map(([key]) => key));
  const thrown = /\b(?:(?:invalid|conflict|unavailable)\(\s*|new DomainError\(\s*'\w+',\s*)'(\w+)'/g;
  const missing: string[] = [];
  for (const file of globSync('src/{domain,adapters,wiring,api}/**/*.ts')) {
    if (file.endsWith('.test.ts')) continue;
    for (const [, key = ''] of (await readFile(file, 'utf8')).matchAll(thrown)) {
      if (!known.has(key)) missing.push(`${file}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});
