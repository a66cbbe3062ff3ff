import { expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { foldedWords } from './fold.ts';

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
