// Passwords that guessers try first, from a kept list of 49,000. Servers alone know it: it is too large for a browser.
import { foldText } from '#lib/fold.ts';

let list: Promise<ReadonlySet<string>> | undefined;

// A tenth of a second's work: done for the first password that is chosen, not at each start of a process.
const commonPasswords = () => {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return list;
};

/** A shorter word with much else around it is no guess: the rest makes the password. */
const minWordLength = 4;

/** Also when it is written in capitals, again and again, or between digits and signs: `Monkey2026!!`, `sommarsommar`. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const common = await commonPasswords();
  const whole = foldText(password);
  const word = whole.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const guesses = word.length < minWordLength ? [whole] : [whole, word];
  return guesses.some((text) => common.has(text) || common.has(repeated(text)));
}

/** `sommar` of `sommarsommar`; a text that repeats nothing is its own. */
const repeated = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
