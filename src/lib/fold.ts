// Text without case and accents, so that å is found by a; the same as fold_text() in the database for Latin letters.

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
