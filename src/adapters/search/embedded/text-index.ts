// Finds associations by typed words, best first: those whose name begins so, whose name holds the words, and then those
// found by anything else. What changed since the words were read is looked at one by one.
import { Bitmap, union } from './bitmap.ts';
import { isMisspelling, slipsAllowed } from './misspelling.ts';
import { type Way, type WordIndex, WordIndexBuilder } from './word-index.ts';

/** The words of one association, folded: of its name in their order, and all it can be found by. */
export interface TextRow {
  seq: number;
  name: string;
  words: string;
}

/** Beyond so many rows with changed words the database searches, until the words have been read anew. */
export const mostChangedTexts = 2_000;
/** From this length on a word is looked for inside others as well. */
const partsFrom = 3;
/** Single letters begin so many words that a person who types on should not wait for them twice. */
const mostKept = 100;

const ways: readonly Way[] = ['beginning', 'part', 'misspelt'];

export class TextIndex {
  readonly #first: WordIndex;
  readonly #name: WordIndex;
  readonly #all: WordIndex;
  readonly #changed = new Map<number, { name: string[]; words: string[] }>();
  readonly #kept = new Map<string, Bitmap | null>();

  constructor(first: WordIndex, name: WordIndex, all: WordIndex) {
    this.#first = first;
    this.#name = name;
    this.#all = all;
  }

  /** How many rows have changed; counted no further than they are kept. */
  get changes(): number {
    return this.#changed.size;
  }

  /** From now on the row is found by these words and no longer by those it had. */
  put({ seq, name, words }: TextRow): void {
    // One too many, and the index is no longer asked: there is no use in keeping more.
    if (this.#changed.size > mostChangedTexts) return;
    this.#changed.set(seq, { name: split(name), words: split(words) });
  }

  /**
   * The rows that hold every word, best first, no row twice. Each word is met by words that begin so; if there are none,
   * by words with it inside; if there are none, by words it may be a misspelling of. If no row holds them all, every
   * word is met in all three ways.
   */
  match(typed: readonly string[]): Bitmap[] {
    const words = typed.map(cut);
    const narrow = this.#rank(words.map((word) => ({ word, ways: this.#firstWay(word) })));
    if (narrow.some((rows) => rows.size > 0)) return narrow;
    return this.#rank(words.map((word) => ({ word, ways })));
  }

  #firstWay(word: string): readonly Way[] {
    for (const way of ways) {
      if (this.#find('all', word, way)) return [way];
      for (const changed of this.#changed.values())
        if (changed.words.some((one) => fits(word, one, way))) return [way];
    }
    return ['beginning'];
  }

  #rank(wanted: { word: string; ways: readonly Way[] }[]): Bitmap[] {
    const [begins] = wanted;
    if (!begins) return [];
    const all = this.#every('all', wanted);
    const inName = this.#every('name', wanted);
    const whole = this.#every(
      'name',
      wanted.map(({ word }) => ({ word, ways: ['whole'] })),
    );
    const beginning = this.#every('first', [begins]).intersect(inName);
    const classes = [beginning.copy().intersect(whole), beginning, inName, all];
    const seen = new Bitmap();
    for (const rows of classes) {
      for (const seq of this.#changed.keys()) rows.remove(seq);
    }
    this.#rankChanged(wanted, classes);
    return classes.map((rows) => {
      const fresh = rows.copy().subtract(seen);
      seen.unite(rows);
      return fresh;
    });
  }

  #rankChanged(wanted: { word: string; ways: readonly Way[] }[], classes: Bitmap[]): void {
    for (const [seq, { name, words }] of this.#changed) {
      const holds = (from: string[], at = wanted) =>
        at.every((one) => from.some((word) => one.ways.some((way) => fits(one.word, word, way))));
      const inName = holds(name);
      if (!inName && !holds(words)) continue;
      const begins = inName && holds(name.slice(0, 1), wanted.slice(0, 1));
      const whole = wanted.every(({ word }) => name.includes(word));
      classes[begins ? (whole ? 0 : 1) : inName ? 2 : 3]?.add(seq);
    }
  }

  /** Rows that hold each of the words in one of its ways. */
  #every(where: 'first' | 'name' | 'all', wanted: { word: string; ways: readonly Way[] }[]): Bitmap {
    let found: Bitmap | null = null;
    for (const { word, ways: allowed } of wanted) {
      const sets = allowed.flatMap((way) => this.#find(where, word, way) ?? []);
      if (sets.length === 0) return new Bitmap();
      const rows: Bitmap = sets.length === 1 && sets[0] ? sets[0].copy() : union(sets);
      found = found ? found.intersect(rows) : rows;
    }
    return found ?? new Bitmap();
  }

  #find(where: 'first' | 'name' | 'all', word: string, way: Way): Bitmap | null {
    if (way === 'part' && word.length < partsFrom) return null;
    const key = `${where} ${way} ${word}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const index = where === 'first' ? this.#first : where === 'name' ? this.#name : this.#all;
    const found = index.find(word, way);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= mostKept) this.#kept.delete(oldest);
    this.#kept.set(key, found);
    return found;
  }
}

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
  const builders = [new WordIndexBuilder(), new WordIndexBuilder(), new WordIndexBuilder()] as const;
  const [first, name, all] = builders;
  const giveWay = turns();
  for await (const row of rows) {
    const names = split(row.name);
    if (names[0] !== undefined) first.add(names[0], row.seq);
    for (const word of new Set(names)) name.add(word, row.seq);
    for (const word of split(row.words)) all.add(word, row.seq);
    await giveWay();
  }
  return new TextIndex(await first.build(giveWay), await name.build(giveWay), await all.build(giveWay));
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
