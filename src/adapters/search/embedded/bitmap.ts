// A set of small numbers, one bit each: 250,000 associations are 31 kB, and two sets meet in some microseconds.

export class Bitmap {
  words: Uint32Array;

  constructor(words = new Uint32Array(64)) {
    this.words = words;
  }

  add(at: number): void {
    const word = at >>> 5;
    if (word >= this.words.length) {
      const larger = new Uint32Array(Math.max(word + 1, this.words.length * 2));
      larger.set(this.words);
      this.words = larger;
    }
    this.words[word] = (this.words[word] ?? 0) | (1 << (at & 31));
  }

  remove(at: number): void {
    const word = at >>> 5;
    if (word < this.words.length) this.words[word] = (this.words[word] ?? 0) & ~(1 << (at & 31));
  }

  has(at: number): boolean {
    return (((this.words[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
  }

  copy(): Bitmap {
    return new Bitmap(this.words.slice());
  }

  // The loops below run over all associations for every call. Reading behind the end of an array makes one ten times
  // slower, so each goes as far as both reach.

  /** Keeps what both hold. */
  intersect(other: Bitmap): this {
    const [mine, theirs] = [this.words, other.words];
    const length = Math.min(mine.length, theirs.length);
    for (let word = 0; word < length; word += 1)
      mine[word] = (mine[word] as number) & (theirs[word] as number);
    mine.fill(0, length);
    return this;
  }

  /** Adds what the other holds. */
  unite(other: Bitmap): this {
    const theirs = other.words;
    if (theirs.length > this.words.length) {
      const larger = new Uint32Array(theirs.length);
      larger.set(this.words);
      this.words = larger;
    }
    const mine = this.words;
    for (let word = 0; word < theirs.length; word += 1)
      mine[word] = (mine[word] as number) | (theirs[word] as number);
    return this;
  }

  /** Takes away what the other holds. */
  subtract(other: Bitmap): this {
    const [mine, theirs] = [this.words, other.words];
    const length = Math.min(mine.length, theirs.length);
    for (let word = 0; word < length; word += 1)
      mine[word] = (mine[word] as number) & ~(theirs[word] as number);
    return this;
  }

  /** Members of both, without a set of their own. */
  shared(other: Bitmap): number[] {
    const [mine, theirs] = [this.words, other.words];
    const length = Math.min(mine.length, theirs.length);
    const found: number[] = [];
    for (let word = 0; word < length; word += 1)
      collect(found, word, (mine[word] as number) & (theirs[word] as number));
    return found;
  }

  get size(): number {
    const words = this.words;
    let count = 0;
    for (let word = 0; word < words.length; word += 1) count += countBits(words[word] as number);
    return count;
  }

  members(): number[] {
    const found: number[] = [];
    for (let word = 0; word < this.words.length; word += 1) collect(found, word, this.words[word] ?? 0);
    return found;
  }
}

function collect(found: number[], word: number, bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) found.push(word * 32 + (31 - Math.clz32(left & -left)));
}

/** All that any of them holds. */
export function union(sets: readonly Bitmap[]): Bitmap {
  const all = new Bitmap(new Uint32Array(Math.max(1, ...sets.map((set) => set.words.length))));
  for (const set of sets) all.unite(set);
  return all;
}

/** How many bits of a 32-bit word are set (Warren, Hacker's Delight, 5-1). */
export function countBits(word: number): number {
  let n = word - ((word >>> 1) & 0x5555_5555);
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
