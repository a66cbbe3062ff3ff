// One word for one thing: the registers' many spellings of types, activities and target groups fold to a Swedish name
// that is shown and filtered by; a word the tables do not know is kept, only tidied.
import { capitalize, cleanLine, foldWords } from '#lib/text.ts';
import { ACTIVITY_SYNONYMS } from './vocabulary-activities.ts';
import { NOT_A_TYPE, TYPE_SYNONYMS } from './vocabulary-types.ts';

const TYPES = indexOf(TYPE_SYNONYMS);
const ACTIVITIES = indexOf(ACTIVITY_SYNONYMS);
const NO_TYPE = new Set(NOT_A_TYPE.map(spellingKey));
const NOTHING = new Set([
  '',
  'saknas',
  'ingen',
  'inga',
  'okänd',
  'okänt',
  'ej angivet',
  'ej angiven',
  'null',
  'none',
  'n a',
  'stäng',
  'close',
  'välj',
  'x',
]);

/** Each line of a table is `Shown name: spelling, spelling` (a comma without a space is part of a spelling); the shown name is a spelling of itself. */
function indexOf(table: string): Map<string, string> {
  const index = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const [shown = '', spellings = ''] = line.split(':');
    for (const spelling of [shown, ...spellings.split(', ')]) {
      const key = spellingKey(spelling);
      if (key !== '') index.set(key, shown.trim());
    }
  }
  return index;
}

// Case, spaces, hyphens, slashes, "och"/"&" and register abbreviations are no difference between two spellings.
function spellingKey(text: string): string {
  return foldWords(text.replace(/&/g, ' och '))
    .replace(/verks(?=$| )/g, 'verksamhet')
    .replace(/fören(?=$| )/g, 'förening')
    .replace(/ (?:och|o) /g, ' ')
    .replace(/ /g, '');
}

export function isNothing(text: string): boolean {
  return NOTHING.has(foldWords(text));
}

/** The shown name of a type; null for what is a note of the register's office and no type ("Uppdatering via webb"). */
export const typeName = remembered((text) => {
  const key = spellingKey(text);
  if (NO_TYPE.has(key) || isNothing(text)) return null;
  return TYPES.get(key) ?? tidy(text);
});

export const activityName = remembered((text) =>
  isNothing(text) ? null : (ACTIVITIES.get(spellingKey(text)) ?? tidy(text)),
);

export function isKnownActivity(text: string): boolean {
  return ACTIVITIES.has(spellingKey(text));
}

/** An area: the star that sorts a register's own list first is not part of its name. */
export const areaName = remembered((text) =>
  isNothing(text) ? null : cleanLine(text.replace(/^[*\s•-]+/, '')) || null,
);

/** "Barn (0-6 år)", "Barn 0–6 år" and "7-10 (7-10 år)" are target groups, not activities. */
export function isAgeBand(text: string): boolean {
  return /\(\s*\d{1,3}\s*[-–]\s*\d{1,3}\s*år\s*\)\s*$|^(?:\p{L}+\s)*\d{1,3}\s*[-–]\s*\d{1,3}\s*år$|\d{1,3}\s*\+\s*(?:år)?$|^\d{1,3} år och äldre$/iu.test(
    text,
  );
}

/** One spelling for an age band: `Barn 0–6 år`, `7–10 år`, `Pensionär 65+ år`. */
export const targetGroupName = remembered((text) => {
  if (isNothing(text)) return null;
  const plain = cleanLine(text);
  const bracket =
    /^(.*?)\s*\(\s*(\d{1,3})\s*[-–]\s*(\d{1,3})\s*år\s*\)$/iu.exec(plain) ??
    /^(.*?)\s*(\d{1,3})\s*[-–]\s*(\d{1,3})\s*år$/iu.exec(plain);
  if (bracket !== null && Number(bracket[2]) < Number(bracket[3])) {
    const word = (bracket[1] ?? '').replace(/\d{1,3}\s*[-–]\s*\d{1,3}/, '').trim();
    return capitalize(`${word} ${bracket[2]}–${bracket[3]} år`.trim());
  }
  const open = /^(.*?)\s*\(?\s*(\d{1,3})\s*(?:\+\s*(?:år)?|år\s*(?:och|&)\s*(?:äldre|uppåt))\s*\)?$/iu.exec(
    plain,
  );
  if (open !== null)
    return capitalize(`${(open[1] ?? '').replace(/^pensionär$/i, 'Pensionärer')} ${open[2]}+ år`.trim());
  return capitalize(plain).replace(/^Pensionär$/, 'Pensionärer');
});

function tidy(text: string): string {
  const plain = cleanLine(text).replace(/^[*•\s-]+|[\s,;.]+$/g, '');
  return capitalize(plain.replace(/verks\.?$/u, 'verksamhet')) || cleanLine(text);
}

// Registers repeat a few thousand words millions of times; the limit keeps a hostile file from filling memory.
function remembered(name: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = name(text);
    if (known.size >= 20_000) known.clear();
    if (text.length <= 200) known.set(text, result);
    return result;
  };
}
