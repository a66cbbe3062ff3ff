// Words and the rows that hold them, packed: a sorted vocabulary in one buffer, and the rows of neighbouring words side by
// side, so that the beginning of a word is one stretch of memory.
import { Bitmap, countBits } from './bitmap.ts';
import { isMisspelling, slipsAllowed } from './misspelling.ts';

/** How a typed word is held against written ones. */
export type Way = 'whole' | 'beginning' | 'part' | 'misspelt';

export class WordIndex {
  /** All words in order, each with a line break before it, and one at the end. */
  readonly #text: Buffer;
  /** Where each word begins in the text; one more at the end. */
  readonly #begins: Uint32Array;
  /** Where the rows of each word begin; one more at the end. */
  readonly #firsts: Uint32Array;
  readonly #rows: Uint32Array;
  /** The letters of each word as bits; 0 for words with a digit, which nobody misspells by a letter. */
  readonly #letters: Uint32Array;

  constructor(text: Buffer, begins: Uint32Array, firsts: Uint32Array, rows: Uint32Array) {
    this.#text = text;
    this.#begins = begins;
    this.#firsts = firsts;
    this.#rows = rows;
    this.#letters = Uint32Array.from({ length: begins.length - 1 }, (_, word) =>
      lettersOf(text, begins[word] ?? 0, this.#end(word)),
    );
  }

  /** The rows whose words fit; null when no word does. */
  find(typed: string, way: Way): Bitmap | null {
    if (!latin.test(typed)) return null;
    const word = Buffer.from(typed, 'latin1');
    if (way === 'part') return this.#collect(this.#withPart(word));
    if (way === 'misspelt') return this.#collect(this.#near(word));
    const from = this.#lowerBound(word);
    const to = way === 'whole' ? from + (this.#is(from, word) ? 1 : 0) : this.#lowerBound(after(word));
    return to > from ? this.#union([from, to]) : null;
  }

  #collect(words: number[]): Bitmap | null {
    return words.length > 0 ? this.#union(words.flatMap((word) => [word, word + 1])) : null;
  }

  /** Rows of stretches of words: from, to, from, to. */
  #union(stretches: number[]): Bitmap {
    const found = new Bitmap();
    for (let at = 0; at < stretches.length; at += 2) {
      const end = this.#firsts[stretches[at + 1] ?? 0] ?? 0;
      for (let row = this.#firsts[stretches[at] ?? 0] ?? 0; row < end; row += 1)
        found.add(this.#rows[row] ?? 0);
    }
    return found;
  }

  #withPart(part: Buffer): number[] {
    const words: number[] = [];
    for (let at = this.#text.indexOf(part); at >= 0; ) {
      const word = this.#wordAt(at);
      words.push(word);
      at = this.#text.indexOf(part, this.#begins[word + 1] ?? this.#text.length);
    }
    return words;
  }

  #near(typed: Buffer): number[] {
    const slips = slipsAllowed(typed.length);
    const wanted = lettersOf(typed, 0, typed.length);
    if (slips === 0 || wanted === 0) return [];
    const words: number[] = [];
    for (let word = 0; word < this.#letters.length; word += 1) {
      const letters = this.#letters[word] ?? 0;
      // A slip takes at most one of the typed letters away.
      if (letters === 0 || countBits(wanted & ~letters) > slips) continue;
      if (isMisspelling(typed, this.#text, this.#begins[word] ?? 0, this.#end(word), slips)) words.push(word);
    }
    return words;
  }

  #end(word: number): number {
    return (this.#begins[word + 1] ?? 0) - 1;
  }

  #is(word: number, wanted: Buffer): boolean {
    const from = this.#begins[word] ?? 0;
    return (
      word < this.#begins.length - 1 &&
      this.#text.compare(wanted, 0, wanted.length, from, this.#end(word)) === 0
    );
  }

  /** The first word that is not before `wanted`. */
  #lowerBound(wanted: Buffer): number {
    let low = 0;
    let high = this.#begins.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const from = this.#begins[middle] ?? 0;
      if (this.#text.compare(wanted, 0, wanted.length, from, this.#end(middle)) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The word that stands at a place of the text. */
  #wordAt(place: number): number {
    let low = 0;
    let high = this.#begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#begins[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Behind every word that begins with `word`. */
const after = (word: Buffer) => Buffer.concat([word, Buffer.from([0xff, 0xff])]);

/** A byte a letter: other alphabets are found by what they fold to. */
const latin = /^[a-z0-9\u00df-\u00ff]{1,60}$/;

function lettersOf(text: Uint8Array, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at += 1) {
    const letter = (text[at] ?? 0) - 97;
    if (letter < 0 || letter > 25) return 0;
    letters |= 1 << letter;
  }
  return letters >>> 0;
}

const chunk = 4_096;

/** Gathers words row by row, and packs them; gives way to others often, as it works beside people's calls. */
export class WordIndexBuilder {
  readonly #ids = new Map<string, number>();
  #words = new Uint32Array(chunk);
  #rows = new Uint32Array(chunk);
  #length = 0;

  add(word: string, row: number): void {
    if (!latin.test(word)) return;
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(word, id);
    }
    if (this.#length === this.#rows.length) {
      this.#words = larger(this.#words);
      this.#rows = larger(this.#rows);
    }
    this.#words[this.#length] = id;
    this.#rows[this.#length] = row;
    this.#length += 1;
  }

  async build(giveWay: () => Promise<void>): Promise<WordIndex> {
    const places = new Uint32Array(this.#ids.size);
    const begins = new Uint32Array(this.#ids.size + 1);
    const texts: string[] = [];
    let length = 1;
    let place = 0;
    for (const words of await this.#sorted(giveWay)) {
      for (const word of words) {
        places[this.#ids.get(word) ?? 0] = place;
        begins[place] = length;
        length += word.length + 1;
        place += 1;
      }
      texts.push(...words);
      await giveWay();
    }
    begins[place] = length;
    const text = Buffer.from(`\n${texts.join('\n')}\n`, 'latin1');
    const firsts = new Uint32Array(place + 1);
    const count = (at: number) => {
      const to = (places[this.#words[at] ?? 0] ?? 0) + 1;
      firsts[to] = (firsts[to] ?? 0) + 1;
    };
    await this.#eachRow(count, giveWay);
    for (let at = 1; at <= place; at += 1) firsts[at] = (firsts[at] ?? 0) + (firsts[at - 1] ?? 0);
    const next = firsts.slice();
    const rows = new Uint32Array(this.#length);
    const put = (at: number) => {
      const word = places[this.#words[at] ?? 0] ?? 0;
      const to = next[word] ?? 0;
      rows[to] = this.#rows[at] ?? 0;
      next[word] = to + 1;
    };
    await this.#eachRow(put, giveWay);
    return new WordIndex(text, begins, firsts, rows);
  }

  /** The vocabulary in order, in parts by first letters: one sort of all of it would hold everybody up. */
  async #sorted(giveWay: () => Promise<void>): Promise<string[][]> {
    const parts = new Map<string, string[]>();
    for (const word of this.#ids.keys()) {
      const key = word.slice(0, 2);
      const part = parts.get(key);
      if (part) part.push(word);
      else parts.set(key, [word]);
    }
    const sorted: string[][] = [];
    for (const key of [...parts.keys()].sort()) {
      sorted.push((parts.get(key) ?? []).sort());
      await giveWay();
    }
    return sorted;
  }

  async #eachRow(work: (at: number) => void, giveWay: () => Promise<void>): Promise<void> {
    for (let at = 0; at < this.#length; at += 1) {
      work(at);
      if (at % 100_000 === 0) await giveWay();
    }
  }
}

function larger(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(values.length * 2);
  grown.set(values);
  return grown;
}
