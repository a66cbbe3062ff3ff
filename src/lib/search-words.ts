// The words that associations are found by: one way of writing for what is stored and what is typed, the same as
// search_words() in the database.
import { foldText, swedishNumber } from './fold.ts';

// A person writes `St Göran`, `1a`, `F19`, `IK`, `Tom och Jerry`; the register `S:t Göran`, `1:a`, `F 19`, `I.K.`, `Tom & Jerry`.
// These steps run on folded text, and the same ones, in the same order, in search_words(): a test holds them together.
const saint = /(^|[^a-z0-9])s[:.]t([ae]?)(?![a-z0-9])/g;
const joiner = /&|\+(?![0-9])/g;
const letterDigit = /([a-z])(?=[0-9])/g;
const digitLetter = /([0-9])(?=[a-z])/g;
const initials = /(?<![a-z0-9])([a-z])[^a-z0-9\n]{1,2}(?=[a-z](?![a-z0-9]))/g;

/** Joined by `&`, parted where a digit meets a letter, initials made one word. */
const inOneWay = (folded: string) =>
  folded
    .replace(saint, '$1st$2 ')
    .replace(joiner, ' och ')
    .replace(letterDigit, '$1 ')
    .replace(digitLetter, '$1 ')
    .replace(initials, '$1');

const apart = (text: string) => text.replace(/[^a-z0-9]+/g, ' ').trim();

// What is stored is also found by other ways to write it; a typed text is searched in one.
const apostrophe = /([a-z0-9]+)['`´]([a-z0-9]+)(?:['`´]([a-z0-9]+))?/g;
const hyphen = /([a-z]+)-([a-z]+)/g;
const saintWord = /(?<![a-z0-9])(?:st[ae]?|sankt[ae]?|saint)(?![a-z0-9])/g;
// Swedish area codes have one digit (8), two (those listed) or three; the rest is what people write in their own town.
const subscriber =
  /(?<![a-z0-9])46(?:8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0-9]|90|(?!8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0-9]|90)[0-9]{3})([0-9]{5,8})(?![a-z0-9])/g;

const saintly = new Set(['st', 'sta', 'ste', 'sankt', 'sankta', 'sankte', 'saint']);
const joiners = new Set(['och', 'and', 'o', 'samt']);
/** A number typed with signs and blanks in it, and nothing else. */
const loneNumber = /^\s*\d[\d\s/-]*\d\s*$/;
const fewestDigits = 6;
const twoYears = /^\s*(?:19|20)\d\d\s*[-/ ]\s*(?:19|20)\d\d\s*$/;

/** The words of a search text, at most `limit`. */
export function searchWords(value: string, limit = 8): string[] {
  const phone = swedishNumber(value);
  if (phone !== null) return [phone.slice(1)];
  const digits = value.replace(/\D/g, '');
  // An organisation number is stored without the century that some put before it.
  if (loneNumber.test(value) && !twoYears.test(value) && digits.length >= fewestDigits)
    return [withoutCentury(digits)];
  const text = foldText(value)
    .replace(/(?<!\d)(?:16)?(\d{6})-(\d{4})(?!\d)/g, '$1$2')
    .replace(/(?<=[a-z0-9])['`´‘’](?=[a-z0-9])/g, '');
  const ends = /[:.]\s*$/.test(text);
  const words = apart(inOneWay(text)).split(' ').filter(Boolean);
  const meant = words.filter((word, at) => !isJoiner(word, at, words.length));
  return (meant.length > 0 ? meant : words)
    .map((word, at, all) =>
      saintly.has(word) && isWholeSaint(word, text, at < all.length - 1 || ends) ? 'sankt' : word,
    )
    .slice(0, limit);
}

const withoutCentury = (digits: string) => (/^16\d{10}$/.test(digits) ? digits.slice(2) : digits);

/** `o` and `and` may be the beginning of a word that is still being typed. */
function isJoiner(word: string, at: number, count: number): boolean {
  if (!joiners.has(word)) return false;
  return word === 'och' ? count > 1 : at > 0 && at < count - 1;
}

/** `st` and `sta` at the end may become `Stockholm` or `Staden`. */
const isWholeSaint = (word: string, text: string, isDone: boolean) =>
  isDone || word.startsWith('sa') || /(?:^|[^a-z0-9])s[:.]t[ae]?$/.test(text);

/** The words of a text with the letters they were typed with: for what is written so to come first. */
export const writtenWords = (value: string): string[] =>
  value
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+|\p{N}+/gu) ?? [];

// Where this folding and the database's are known to agree: ASCII, the letters of western Europe, dashes and quotes.
const SAME_THERE =
  /^[\t\n\r -\u00a8\u00ab-\u00ad\u00af-\u00b9\u00bb\u00bf-\u0125\u2000-\u2044\u204a-\u206f]*$/;

/** Signs that the database's folding writes with others, as far as that matters to the steps above. */
const signs: Record<string, string> = {
  '«': '<<',
  '»': '>>',
  '±': '+/-',
  '\u00ad': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '‖': '||',
  '‘': "'",
  '’': "'",
  '‛': "'",
  '′': "'",
  '„': ',,',
  '․': '.',
  '‥': '..',
  '…': '...',
  '‼': '!!',
};

const folded = new Map<string, string>();

function foldLetter(letter: string): string {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = signs[letter] ?? foldText(letter);
    folded.set(letter, plain);
  }
  return plain;
}

/** What search_words() makes of the text, or null where only the database can tell (other alphabets, signs). */
export function foldedWords(text: string): string | null {
  if (!SAME_THERE.test(text)) return null;
  const plain = text
    .replace(/[^ -~]/g, foldLetter)
    .toLowerCase()
    .replace(apostrophe, '$1$2$3 $2$3 $2');
  return apart(inOneWay(plain).replace(hyphen, '$1 $2 $1$2'))
    .replace(saintWord, 'sankt st sta saint')
    .replace(subscriber, '$& $1');
}
