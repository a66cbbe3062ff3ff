// The same seed gives the same sample on every machine: all chance in this folder comes from here.

/** Mixes words and numbers into 32 bits (FNV-1a, then a finaliser so that neighbours differ in every bit). */
function hashSeed(parts: readonly (string | number)[]): number {
  let h = 0x811c9dc5;
  for (const part of parts) {
    for (const char of String(part)) h = Math.imul(h ^ char.charCodeAt(0), 0x01000193);
    h = Math.imul(h ^ 0x1f, 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A small fast generator (sfc32), one for each association, so that one more association moves no other. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private count = 1;

  constructor(...seed: (string | number)[]) {
    this.a = hashSeed(seed);
    this.b = hashSeed([...seed, 'b']);
    this.c = this.a ^ 0x9e3779b9;
    for (let i = 0; i < 4; i++) this.next();
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    const t = (this.a + this.b + this.count++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** Up to `count` different entries, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    const chosen = new Set<number>();
    const wanted = Math.min(count, list.length);
    while (chosen.size < wanted) chosen.add(Math.floor(this.next() * list.length));
    return list.filter((_, i) => chosen.has(i));
  }

  /** An index, as likely as its weight. */
  weighted(weights: readonly number[]): number {
    let at = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => {
      at -= weight;
      return at < 0;
    });
    return found === -1 ? weights.length - 1 : found;
  }

  /** A waiting time with this mean: mostly short, sometimes long. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
}
