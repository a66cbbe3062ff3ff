// A cache read whole in the background and kept right by noting what changed since; stale after many changes, it is read
// again. A change that the reading may have missed is noted after the reading began, and so is applied to it.

/** Between two readings the database rests so many times as long as one takes; less when nobody can use what was read. */
const rests = { stale: 10, unusable: 1 };

export interface CacheSource<T, Change> {
  read(): Promise<T>;
  note(value: T, change: Change): void;
  /** Still right, but so changed that it is worth reading again. */
  isStale(value: T): boolean;
  /** So changed that it cannot be used before it is read again. */
  isUnusable(value: T): boolean;
  onError(error: unknown): void;
}

export class BackgroundCache<T, Change> {
  readonly #parts: CacheSource<T, Change>;
  #value: T | null = null;
  #meanwhile: Change[] | null = null;
  #ended = 0;
  #took = 0;
  #generation = 0;

  constructor(parts: CacheSource<T, Change>) {
    this.#parts = parts;
  }

  get value(): T | null {
    return this.#value;
  }

  note(change: Change): void {
    if (this.#value !== null) this.#parts.note(this.#value, change);
    this.#meanwhile?.push(change);
  }

  /** Begins to read when there is nothing yet, or what is there is stale. Returns at once. */
  refresh(): void {
    const value = this.#value;
    const rest = value !== null && this.#parts.isUnusable(value) ? rests.unusable : rests.stale;
    if (this.#meanwhile || performance.now() < this.#ended + rest * this.#took) return;
    if (value !== null && !this.#parts.isStale(value)) return;
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
