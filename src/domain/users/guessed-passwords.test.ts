import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, it } from 'vitest';
import { isCommonPassword } from './guessed-passwords.ts';
import { passwordLength } from './rules.ts';

it.each([
  'Monkey2026!!',
  '!!!Dragon123',
  'SUNSHINE12345',
  'sommarsommar',
  'Sverige-2026',
  'P@ssw0rd20261',
  '1qaz2wsx3edc',
  'mónkey-12345678',
])('refuses %s', async (password) => expect(await isCommonPassword(password)).toBe(true));

it.each(['tre blå kaniner', 'karin plockar hallon', '9271-kra-5530-18', '🐟🐠🐡🦈🐙🦀🦞🐳🐬🐋🦭🐚', '   '])(
  'takes %s',
  async (password) => expect(await isCommonPassword(password)).toBe(false),
);

it('refuses every password of the kept list that is long enough to be chosen', async () => {
  const long = dictionary['passwords-common'].filter((text) => text.length >= passwordLength.min);
  expect(long.length).toBeGreaterThan(200);
  const taken = await Promise.all(long.map(async (text) => ((await isCommonPassword(text)) ? [] : [text])));
  expect(taken.flat()).toEqual([]);
});
