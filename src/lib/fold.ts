// Folding for search, the same as fold_text() and search_words() in the database.

const single: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower case without accents: `Å` and `ä` become `a`, `ö` becomes `o`. */
export function foldText(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæœßłđðþı]/g, (letter) => single[letter] ?? letter);
}

// Phones stand in the index as +46701740606; people write 070-174 06 06.
const swedishPhone = /^\s*(?:\+?46|0046|0)\s*(?:\(0\))?([\s/-]*[1-9][\d\s/-]{5,})$/;

/** A Swedish number as it stands in the index, `+46…`; null for any other text. */
export function swedishNumber(text: string): string | null {
  const digits = swedishPhone.exec(text)?.[1];
  return digits === undefined ? null : `+46${digits.replace(/\D/g, '')}`;
}

/** The words of a search text, at most `limit`. A number's hyphens and spaces after it are the caller's matter. */
export function searchWords(value: string, limit = 8): string[] {
  const phone = swedishNumber(value);
  if (phone !== null) return [phone.slice(1)];
  const joined = foldText(value).replace(/(\d)-(?=\d)/g, '$1');
  return joined
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, limit);
}

// Where this folding and the database's are known to agree: ASCII, the letters of western Europe, dashes and quotes.
const SAME_THERE = /^[\t\n\r -\u00a8\u00ab-\u00ad\u00af-\u00b9\u00bb\u00bf-\u0125\u2000-\u206f]*$/;

const folded = new Map<string, string>();

function foldLetter(letter: string): string {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = foldText(letter);
    folded.set(letter, plain);
  }
  return plain;
}

/** What search_words() makes of the text, or null where only the database can tell (other alphabets, signs). */
export function foldedWords(text: string): string | null {
  if (!SAME_THERE.test(text)) return null;
  return text
    .replace(/[^ -~]/g, foldLetter)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
