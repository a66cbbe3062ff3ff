// Particles that stand in lower case inside a Swedish name, native and brought along.
const PARTICLES = new Set(
  'af av von van der den de du da di del della dos das la le zu zur ter ten bin ibn el al y och'.split(' '),
);
// Short words that are abbreviations and not a shouted name.
const ABBREVIATIONS = new Set(
  'IF IK BK FK SK FC HC GIF IFK AIK KFUM SPF PRO ABF IOGT NTO FUB SRF HRF RF II III IV'.split(' '),
);

/**
 * Restores capitals that a scraper took away ("Anna von essen-mcdonald" to "Anna von Essen-McDonald"), by Swedish rules:
 * particles stay small inside the name, both halves of a double name are large, initials too. A word that already
 * mixes small and large letters is somebody's own spelling and stays.
 */
export function restoreName(name: string): string {
  const shouted = name.length > 3 && name === name.toLocaleUpperCase('sv') && /\p{L}{2}/u.test(name);
  return name
    .split(' ')
    .map((word, index) => restoreWord(word, index === 0, shouted))
    .join(' ');
}

function restoreWord(word: string, first: boolean, shouted: boolean): string {
  if (word.includes('-') && word !== '-') {
    return word
      .split('-')
      .map((half, index) => restoreWord(half, first || index > 0, shouted))
      .join('-');
  }
  const lower = word.toLocaleLowerCase('sv');
  if (!first && PARTICLES.has(lower) && (word === lower || shouted)) return lower;
  const upper = word.toLocaleUpperCase('sv');
  if (word === lower) return capitalizeName(lower);
  if (/^(?:\p{L}\.){2,}\p{L}?$/u.test(word)) return upper;
  const allLarge = word === upper && !ABBREVIATIONS.has(word) && /^\p{L}+$/u.test(word);
  if (allLarge && (shouted ? word.length > 1 : word.length > 3)) return capitalizeName(lower);
  return word;
}

function capitalizeName(lower: string): string {
  const capital = lower
    // A letter after the start, a dot, an apostrophe or an opening bracket begins a name or an initial.
    .replace(
      /(^|[.(/"“]|(?<=^[dol])['’])(\p{L})/gu,
      (_whole, before: string, letter: string) => before + letter.toLocaleUpperCase('sv'),
    );
  return capital.replace(
    /^Mc(\p{L})(?=\p{L}{2})/u,
    (_whole, letter: string) => `Mc${letter.toLocaleUpperCase('sv')}`,
  );
}

/** Whether two spellings hold the same letters in the same order, whatever their capitals, spaces and dots. */
export function sameLetters(left: string, right: string): boolean {
  return lettersOf(left) === lettersOf(right);
}

function lettersOf(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
