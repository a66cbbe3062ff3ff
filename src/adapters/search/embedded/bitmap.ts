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

  /** Keeps what both hold. */
  intersect(other: Bitmap): this {
    for (let word = 0; word < this.words.length; word += 1) {
      this.words[word] = (this.words[word] ?? 0) & (other.words[word] ?? 0);
    }
    return this;
  }

  /** Adds what the other holds. */
  unite(other: Bitmap): this {
    if (other.words.length > this.words.length) {
      const larger = new Uint32Array(other.words.length);
      larger.set(this.words);
      this.words = larger;
    }
    for (let word = 0; word < other.words.length; word += 1) {
      this.words[word] = (this.words[word] ?? 0) | (other.words[word] ?? 0);
    }
    return this;
  }

  /** Takes away what the other holds. */
  subtract(other: Bitmap): this {
    for (let word = 0; word < this.words.length; word += 1) {
      this.words[word] = (this.words[word] ?? 0) & ~(other.words[word] ?? 0);
    }
    return this;
  }

  /** Members of both, without a set of their own. */
  shared(other: Bitmap): number[] {
    const found: number[] = [];
    const length = Math.min(this.words.length, other.words.length);
    for (let word = 0; word < length; word += 1)
      collect(found, word, (this.words[word] ?? 0) & (other.words[word] ?? 0));
    return found;
  }

  get size(): number {
    let count = 0;
    for (let word = 0; word < this.words.length; word += 1) count += ones(this.words[word] ?? 0);
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
  const words = new Uint32Array(Math.max(1, ...sets.map((set) => set.words.length)));
  for (const set of sets) {
    for (let word = 0; word < set.words.length; word += 1)
      words[word] = (words[word] ?? 0) | (set.words[word] ?? 0);
  }
  return new Bitmap(words);
}

/** Ones in a 32-bit word (Warren, Hacker's Delight, 5-1). */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x5555_5555);
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
