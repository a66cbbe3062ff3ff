// Something read whole in the background and kept right by noting what changed since; worn after many changes, it is read
// anew. A change that the reading may have missed is noted after the reading began, and so is applied to it.

/** Between two readings the database rests so many times as long as one takes; less when nobody can use what was read. */
const rests = { worn: 10, useless: 1 };

export interface Reading<T, Change> {
  read(): Promise<T>;
  note(value: T, change: Change): void;
  /** Still right, but so changed that it is worth reading again. */
  isWorn(value: T): boolean;
  /** So changed that it cannot be used before it is read again. */
  isUseless(value: T): boolean;
  onError(error: unknown): void;
}

export class WornReading<T, Change> {
  readonly #parts: Reading<T, Change>;
  #value: T | null = null;
  #meanwhile: Change[] | null = null;
  #ended = 0;
  #took = 0;
  #generation = 0;

  constructor(parts: Reading<T, Change>) {
    this.#parts = parts;
  }

  get value(): T | null {
    return this.#value;
  }

  note(change: Change): void {
    if (this.#value !== null) this.#parts.note(this.#value, change);
    this.#meanwhile?.push(change);
  }

  /** Begins to read when there is nothing yet, or what is there is worn. Returns at once. */
  refresh(): void {
    const value = this.#value;
    const rest = value !== null && this.#parts.isUseless(value) ? rests.useless : rests.worn;
    if (this.#meanwhile || performance.now() < this.#ended + rest * this.#took) return;
    if (value !== null && !this.#parts.isWorn(value)) return;
    const changes: Change[] = [];
    const generation = this.#generation;
    const begun = performance.now();
    this.#meanwhile = changes;
    void this.#parts
      .read()
      .then((fresh) => {
        if (generation !== this.#generation) return;
        for (const change of changes) this.#parts.note(fresh, change);
        this.#value = fresh;
      })
      .catch(this.#parts.onError)
      .finally(() => {
        this.#meanwhile = null;
        if (generation !== this.#generation) return;
        this.#ended = performance.now();
        this.#took = this.#ended - begun;
      });
  }

  /** What was read is of another time; a reading under way will not be taken either. */
  forget(): void {
    this.#value = null;
    this.#generation += 1;
    this.#took = 0;
  }
}
