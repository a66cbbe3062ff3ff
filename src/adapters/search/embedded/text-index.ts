// Finds associations by typed words, best first: those whose name begins so, whose name holds the words, those known by them
// otherwise, and then those about which they are told. Names written as the person typed come first. What changed since the words were read is looked at one by one.
import { writtenWords } from '#lib/search-words.ts';
import { Bitmap, union } from './bitmap.ts';
import { isMisspelling, slipsAllowed } from './misspelling.ts';
import { type Way, type WordIndex, WordIndexBuilder } from './word-index.ts';

/** The words of one association, folded but for `written`. */
export interface TextRow {
  seq: number;
  /** Of its name, in their order. */
  name: string;
  /** Its name with its accents. */
  written: string;
  /** All it is known by. */
  words: string;
  /** Of what is told about it. */
  about: string;
}

/** What a person typed: folded words, and the same with their accents. */
export interface TypedWords {
  words: readonly string[];
  written: readonly string[];
}

/** Beyond so many rows with changed words the database searches, until the words have been read anew. */
export const mostChangedTexts = 2_000;
/** From this length on a word is looked for inside others as well. */
const partsFrom = 3;
/** Single letters begin so many words that a person who types on should not wait for them twice. */
const mostKept = 100;

const ways: readonly Way[] = ['beginning', 'part', 'misspelt'];
const beginning: readonly Way[] = ['beginning'];

/** First words of names, words of names, names with their accents, words it is known by, words told about it. */
const parts = ['first', 'name', 'written', 'all', 'about'] as const;
type Part = (typeof parts)[number];

interface Wanted {
  word: string;
  ways: readonly Way[];
}

export class TextIndex {
  readonly #indexes: Record<Part, WordIndex>;
  readonly #changed = new Map<number, Record<'name' | 'written' | 'words' | 'about', string[]>>();
  readonly #kept = new Map<string, Bitmap | null>();

  constructor(indexes: Record<Part, WordIndex>) {
    this.#indexes = indexes;
  }

  /** How many rows have changed; counted no further than they are kept. */
  get changes(): number {
    return this.#changed.size;
  }

  /** From now on the row is found by these words and no longer by those it had. */
  put({ seq, name, written, words, about }: TextRow): void {
    // One too many, and the index is no longer asked: there is no use in keeping more.
    if (this.#changed.size > mostChangedTexts) return;
    this.#changed.set(seq, {
      name: split(name),
      written: writtenWords(written).map(cut),
      words: split(words),
      about: split(about),
    });
  }

  /**
   * The rows that hold every word, best first, no row twice. Each word is met by words that begin so; if there are none,
   * by words with it inside; if there are none, by words it may be a misspelling of. If no row holds them all, every
   * word is met in all three ways.
   */
  match(typed: TypedWords): Bitmap[] {
    const words = typed.words.map(cut);
    const written = typed.written.map((word) => ({ word: cut(word), ways: beginning }));
    const narrow = this.#rank(
      words.map((word) => ({ word, ways: this.#firstWay(word) })),
      written,
    );
    if (narrow.some((rows) => rows.size > 0)) return narrow;
    return this.#rank(
      words.map((word) => ({ word, ways })),
      written,
    );
  }

  #firstWay(word: string): readonly Way[] {
    for (const way of ways) {
      if (this.#find('all', word, way)) return [way];
      for (const changed of this.#changed.values())
        if (changed.words.some((one) => fits(word, one, way))) return [way];
    }
    return ['beginning'];
  }

  #rank(wanted: Wanted[], written: Wanted[]): Bitmap[] {
    const [begins] = wanted;
    if (!begins) return [];
    const inName = this.#every(['name'], wanted);
    const whole = this.#every(['name'], asWhole(wanted));
    const asTyped = this.#every(['written'], written);
    const first = this.#every(['first'], [begins]).intersect(inName);
    const classes = [
      first.copy().intersect(whole).intersect(asTyped),
      first.copy().intersect(asTyped),
      first.copy().intersect(whole),
      first,
      inName.copy().intersect(asTyped),
      inName,
      this.#every(['all'], wanted),
      this.#every(['all', 'about'], wanted),
    ];
    for (const rows of classes) {
      for (const seq of this.#changed.keys()) rows.remove(seq);
    }
    this.#rankChanged(wanted, written, classes);
    const seen = new Bitmap();
    return classes.map((rows) => {
      const fresh = rows.copy().subtract(seen);
      seen.unite(rows);
      return fresh;
    });
  }

  /** The same classes, for rows whose words are looked at one by one; each is put where it fits best. */
  #rankChanged(wanted: Wanted[], written: Wanted[], classes: Bitmap[]): void {
    for (const [seq, row] of this.#changed) {
      const inName = holds(row.name, wanted);
      const asTyped = inName && holds(row.written, written);
      const begins = inName && holds(row.name.slice(0, 1), wanted.slice(0, 1));
      const whole = begins && holds(row.name, asWhole(wanted));
      const known = holds(row.words, wanted);
      const told = () =>
        wanted.every((one) => holds(row.words, [one]) || holds(row.about, [{ ...one, ways: beginning }]));
      const fit = [
        whole && asTyped,
        begins && asTyped,
        whole,
        begins,
        inName && asTyped,
        inName,
        known,
        known || told(),
      ].indexOf(true);
      classes[fit]?.add(seq);
    }
  }

  /** Rows that hold each of the words in one of its ways, in one of the places; what is told is met by beginnings alone. */
  #every(places: readonly Part[], wanted: Wanted[]): Bitmap {
    let found: Bitmap | null = null;
    for (const { word, ways: allowed } of wanted) {
      const sets = places.flatMap((place) =>
        (place === 'about' ? beginning : allowed).flatMap((way) => this.#find(place, word, way) ?? []),
      );
      if (sets.length === 0) return new Bitmap();
      const rows: Bitmap = sets.length === 1 && sets[0] ? sets[0].copy() : union(sets);
      found = found ? found.intersect(rows) : rows;
    }
    return found ?? new Bitmap();
  }

  #find(where: Part, word: string, way: Way): Bitmap | null {
    if (way === 'part' && word.length < partsFrom) return null;
    const key = `${where} ${way} ${word}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const found = this.#indexes[where].find(word, way);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= mostKept) this.#kept.delete(oldest);
    this.#kept.set(key, found);
    return found;
  }
}

const asWhole = (wanted: Wanted[]): Wanted[] => wanted.map(({ word }) => ({ word, ways: ['whole'] }));

const holds = (from: readonly string[], wanted: Wanted[]): boolean =>
  wanted.every((one) => from.some((word) => one.ways.some((way) => fits(one.word, word, way))));

function fits(typed: string, written: string, way: Way): boolean {
  if (way === 'whole') return written === typed;
  if (way === 'beginning') return written.startsWith(typed);
  if (way === 'part') return typed.length >= partsFrom && written.includes(typed);
  const slips = slipsAllowed(typed.length);
  if (slips === 0 || /\d/.test(typed) || /\d/.test(written)) return false;
  const text = Buffer.from(written, 'latin1');
  return isMisspelling(Buffer.from(typed, 'latin1'), text, 0, text.length, slips);
}

/** No longer word is told from one that begins the same. */
const longest = 60;
const cut = (word: string) => word.slice(0, longest);
const split = (text: string) => text.split(' ').filter(Boolean).map(cut);

/** Reads rows into a new index; gives way to others after every few milliseconds of work. */
export async function buildTextIndex(rows: AsyncIterable<TextRow>): Promise<TextIndex> {
  const builders = Object.fromEntries(parts.map((part) => [part, new WordIndexBuilder()])) as Record<
    Part,
    WordIndexBuilder
  >;
  const giveWay = turns();
  for await (const row of rows) {
    const names = split(row.name);
    if (names[0] !== undefined) builders.first.add(names[0], row.seq);
    for (const word of new Set(names)) builders.name.add(word, row.seq);
    for (const word of new Set(writtenWords(row.written))) builders.written.add(cut(word), row.seq);
    for (const word of split(row.words)) builders.all.add(word, row.seq);
    for (const word of split(row.about)) builders.about.add(word, row.seq);
    await giveWay();
  }
  const indexes: Partial<Record<Part, WordIndex>> = {};
  for (const part of parts) indexes[part] = await builders[part].build(giveWay);
  return new TextIndex(indexes as Record<Part, WordIndex>);
}

const longestTurn = 4;

/** Rests as long as it has worked once a turn has lasted long enough: people's calls come in between. Milliseconds. */
function turns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < longestTurn) return;
    await new Promise((resolve) => setTimeout(resolve, longestTurn));
    begun = performance.now();
  };
}
