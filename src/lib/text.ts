// Anything that differs from plain printable Latin text with single spaces inside.
const UNTIDY = /[^\x21-\x25\x27-\x3b\x3d-\x7e\u00a1-\u024f ]| {2}|^ | $|[\u00ad]/;
// Zero-width and direction marks, soft hyphen, byte-order mark: they show nothing and break comparing.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const FOLDED_BY_CASE = /^[a-z0-9åäöéÅÄÖÉ]+(?: [a-z0-9åäöéÅÄÖÉ]+)*$/i;
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
const TYPED_CONTROL = /(?![\t\n\r\0])\p{Cc}/gu;

/** Removes what PostgreSQL cannot store (NUL, lone surrogates) and what nobody can see. Line breaks stay. */
export function withoutInvisible(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(CONTROL, '');
}

/** Nothing to clean, no markup and no entity: most of what registers hold, and told by one look. */
export function isTidy(text: string): boolean {
  return !UNTIDY.test(text);
}

/** What a person typed, without what no key writes and no screen shows. Line breaks and tabs stay; NUL too, to be refused. */
export const withoutControls = (text: string): string => text.replace(TYPED_CONTROL, '');

/** One line: NFC, no control or invisible characters, every run of white space one space, trimmed. */
export function cleanLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return withoutInvisible(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Several lines: as `cleanLine`, but line breaks stay, at most one empty line in a row. */
export function cleanLines(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return withoutInvisible(text.replace(/\r\n?|\u2028|\u2029/g, '\n'))
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** For comparing: lower case, letters (å, ä and ö stay themselves) and digits only, one space between words. */
export function foldWords(text: string): string {
  if (FOLDED_BY_CASE.test(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts at a whole character (never inside a surrogate pair) and marks the cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}

/** First letter upper, the rest untouched. */
export function capitalize(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toLocaleUpperCase('sv') + text.slice(letter.length);
}
