import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { foldedWords, searchWords } from './search-words.ts';

async function inDatabase(texts: string[]): Promise<string[]> {
  const { pool } = await testDatabase();
  const { rows } = await pool.query<{ words: string }>(
    'SELECT search_words(t.text) AS words FROM unnest($1::text[]) WITH ORDINALITY AS t(text, n) ORDER BY n',
    [texts],
  );
  return rows.map(({ words }) => words);
}

it('folds every letter it takes upon itself as the database does, wherever the letter stands', async () => {
  const letters = Array.from({ length: 0x20d0 }, (_, code) => String.fromCharCode(code + 1));
  const texts = letters.flatMap((letter) => [`Å${letter}b`, `${letter} ${letter}É`, `a${letter}`]);
  const sure = texts.filter((text) => foldedWords(text) !== null);
  expect(sure.length).toBeGreaterThan(1_000);
  expect(sure.map(foldedWords)).toEqual(await inDatabase(sure));
});

it('folds Swedish names and addresses as the database does, and leaves other alphabets to it', async () => {
  const texts = [
    'Åsele Ökenryttare & Vänner (IF) – “Björnarna”',
    ' Föreningen’s 1:a lag  046-12 34 56 ',
    'https://www.åäö.example/Sida?id=1e5&x=%C3%96',
    'KLÄPPENS SKOTERKLUBB\tÆrø Straße Đà þing',
    '',
    '…',
  ];
  expect(texts.map(foldedWords)).toEqual(await inDatabase(texts));
  expect(foldedWords('Спартак')).toBeNull();
  expect(foldedWords('Klubb №1')).toBeNull();
});

it('writes what registers and people write in many ways as the database does', async () => {
  const pieces = [
    'S:t',
    's.ta',
    'St.',
    'Sankta',
    'Saint',
    'F19',
    'F 19',
    '1:a',
    '2a',
    'I.K.',
    'I K',
    'A',
    'å',
    "O'Hara's",
    'd’Arc',
    'Tom & Jerry',
    '+',
    '&',
    'och',
    'Väster-Arboga',
    'A-laget',
    '+46701740606',
    '46270123456',
    '08-12 34 56',
    'C++',
    '…',
    '–',
    '\n',
    '100%',
    'x_1',
    '"',
  ];
  const text = fc.array(
    fc.oneof(fc.constantFrom(...pieces), fc.stringMatching(/^[a-zåäö0-9 .:&'+\-_/]{0,6}$/)),
    { maxLength: 8 },
  );
  const texts = fc.sample(
    fc.tuple(text, fc.constantFrom(' ', '', '. ', '\n')).map(([parts, between]) => parts.join(between)),
    5_000,
  );
  const sure = texts.filter((one) => foldedWords(one) !== null);
  expect(sure.length).toBeGreaterThan(4_000);
  expect(sure.map(foldedWords)).toEqual(await inDatabase(sure));
});

it.each([
  ['St Görans', 'S:t Görans Vänner'],
  ['St. Göran', 'S:t Görans Vänner'],
  ['Sankt Görans', 'S:t Görans Vänner'],
  ['S:t Görans', 'Sankt Görans vänner'],
  ['S:ta Anna', 'Sankta Annas kör'],
  ['sankta anna', 'Sta Annas kör'],
  ['F19', 'F 19 Flygklubb'],
  ['F 19', 'F19 Flygklubb'],
  ['1a laget', '1:a laget'],
  ['2:a', '2a kompaniet'],
  ['3e', 'Scoutkåren 3:e'],
  ['Tom och Jerry', 'Tom & Jerry'],
  ['Tom & Jerry', 'Tom och Jerry'],
  ['Tom o Jerry', 'Tom + Jerry'],
  ['Tom and Jerry', 'Tom & Jerry'],
  ['IK Lyktan', 'I.K. Lyktan'],
  ['I K Lyktan', 'IK Lyktan'],
  ['I.K. Lyktan', 'I K Lyktan'],
  ["O'Hara", "O'Hara's Dansklubb"],
  ['Oharas', "O'Hara's Dansklubb"],
  ['hara', "O'Hara’s Dansklubb"],
  ['västerarboga', 'AIK i Väster-Arboga'],
  ['väster arboga', 'AIK i Väster-Arboga'],
  ['Saint Etienne', "Saint-Étienne's vänner"],
  ['R&B', 'R & B-klubben'],
  ['stock', 'Stockholms kanotklubb'],
  ['174 06 05', 'tel +46701740605'],
  ['1740605', 'tel +46701740605'],
  ['070-174 06 05', 'tel +46701740605'],
  ['0046 70 174 06 05', 'tel +46701740605'],
  ['12 34 56', 'tel +46270123456'],
  ['16802436-1639', 'org 8024361639'],
  ['802436 1639', 'org 8024361639'],
  ['ifk 802436-1639', 'IFK org 8024361639'],
  ['2024-2025', 'Jubileet 2024-2025'],
])('a typed %s meets a stored %s', (typed, stored) => {
  const words = (foldedWords(stored) ?? '').split(' ');
  for (const word of searchWords(typed))
    expect(
      words.some((one) => one.startsWith(word)),
      word,
    ).toBe(true);
});
