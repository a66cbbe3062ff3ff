import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Locks between processes that end with the process, also on kill -9. Node has no flock; SQLite's own locks on an
 * empty database file are the kernel's, work on every platform, and need no clean-up and no guessing about process ids.
 */
export class FileLock {
  readonly #db: DatabaseSync;

  constructor(path: string) {
    this.#db = new DatabaseSync(path, { timeout: 0 });
  }

  /** True when nobody else, in this process or another, holds the lock in any form. */
  tryExclusive(): boolean {
    return this.#attempt('BEGIN EXCLUSIVE');
  }

  /** Waits for a turn; `onWait` is told once, so that a person sees why nothing happens. */
  async exclusive(timeoutMs: number, onWait: () => void): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (let told = false; !this.tryExclusive(); told = true) {
      if (!told) onWait();
      if (Date.now() > deadline) throw new Error('another process held the database lock for too long');
      await pause(50);
    }
  }

  shared(): void {
    this.#db.exec('BEGIN');
    this.#db.prepare('SELECT count(*) FROM sqlite_master').get();
  }

  release(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }

  close(): void {
    this.release();
    this.#db.close();
  }

  #attempt(sql: string): boolean {
    try {
      this.#db.exec(sql);
      return true;
    } catch (error) {
      if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
      throw error;
    }
  }
}
