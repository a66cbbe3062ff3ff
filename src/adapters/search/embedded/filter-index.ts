// The filter index: one bitmap per value that can be filtered by, kept exact by asking for what was committed since.
import type pg from 'pg';
import type { AssociationFilterIndex, IndexedFilter } from '#domain/search/filter-index.ts';
import { BackgroundCache } from './background-cache.ts';
import { Bitmap, union } from './bitmap.ts';
import { isNewer, type Look, lookForChanges, type Row, readAll } from './filter-rows.ts';
import { mostMoved, pageOf, rankedPageOf, readOrders, type SortOrders } from './sort-orders.ts';
import {
  buildTextIndex,
  mostChangedTexts,
  type TextIndex,
  type TextRow,
  type TypedWords,
} from './text-index.ts';
import { readTexts } from './text-rows.ts';

const dimensions = ['municipality', 'type', 'status', 'stage', 'owner', 'email'] as const;
type Dimension = (typeof dimensions)[number];

class Columns {
  readonly living = new Bitmap();
  readonly known = new Bitmap();
  readonly values = Object.fromEntries(dimensions.map((name) => [name, new Map()])) as Record<
    Dimension,
    Map<string, Bitmap>
  >;

  put(row: Row): void {
    if (this.known.has(row.seq)) this.clear(row.seq);
    this.known.add(row.seq);
    if (!row.living) return;
    this.living.add(row.seq);
    for (const code of row.listings) this.bitmap('municipality', code).add(row.seq);
    for (const type of row.types) this.bitmap('type', type).add(row.seq);
    this.bitmap('status', row.status).add(row.seq);
    this.bitmap('stage', row.stage).add(row.seq);
    this.bitmap('owner', row.owner ?? 'none').add(row.seq);
    if (row.hasEmail) this.bitmap('email', 'yes').add(row.seq);
  }

  private clear(seq: number): void {
    this.living.remove(seq);
    for (const name of dimensions) for (const bitmap of this.values[name].values()) bitmap.remove(seq);
  }

  private bitmap(name: Dimension, value: string): Bitmap {
    const there = this.values[name].get(value);
    if (there) return there;
    const made = new Bitmap();
    this.values[name].set(value, made);
    return made;
  }

  select({ municipality, type, status, stage, owner, hasEmail }: IndexedFilter): Bitmap {
    const selected = this.living.copy();
    const narrow = (name: Dimension, wanted: readonly string[]) => {
      if (wanted.length === 0) return;
      const sets = wanted.flatMap((value) => this.values[name].get(value) ?? []);
      selected.intersect(sets.length === 1 && sets[0] ? sets[0] : union(sets));
    };
    narrow('municipality', municipality);
    narrow('type', type);
    narrow('status', status);
    narrow('stage', stage);
    narrow('owner', owner);
    const reachable = this.values.email.get('yes') ?? new Bitmap();
    if (hasEmail === true) selected.intersect(reachable);
    if (hasEmail === false) selected.subtract(reachable);
    return selected;
  }
}

interface Ordered {
  orders: SortOrders;
  moved: Bitmap;
}

/**
 * One per web process; read in the background at first use (250,000 rows: filters in about two seconds, orders and words
 * in some more), then brought up to date before every answer with one indexed question. What it answers is exact for
 * everything committed before the call.
 */
export function filterIndex(pool: pg.Pool, onError: (error: unknown) => void): AssociationFilterIndex {
  let columns: Columns | null = null;
  let seen: Look | null = null;
  let isReading = false;
  let refresh: { begun: boolean; done: Promise<boolean> } | null = null;
  const ordered = new BackgroundCache<Ordered, number>({
    read: async () => ({ orders: await readOrders(pool), moved: new Bitmap() }),
    note: ({ moved }, seq) => moved.add(seq),
    isStale: ({ moved }) => moved.size > mostMoved / 2,
    // The database walks its own index for a selection with too many of them.
    isUnusable: () => false,
    onError,
  });
  const texts = new BackgroundCache<TextIndex, TextRow>({
    read: () => buildTextIndex(readTexts(pool)),
    note: (index, row) => index.put(row),
    isStale: ({ changes }) => changes > mostChangedTexts / 2,
    isUnusable: ({ changes }) => changes > mostChangedTexts,
    onError,
  });

  async function read(): Promise<void> {
    const fresh = new Columns();
    const from = await lookForChanges(pool, null);
    for await (const rows of readAll(pool)) for (const row of rows) fresh.put(row);
    columns = fresh;
    seen = from;
    ordered.refresh();
    texts.refresh();
  }

  function readInBackground(): void {
    if (isReading) return;
    isReading = true;
    void read()
      .catch(onError)
      .finally(() => {
        isReading = false;
      });
  }

  async function catchUp(): Promise<boolean> {
    const known = columns;
    const before = seen;
    if (!known || !before) return false;
    const look = await lookForChanges(pool, before.horizon);
    if (look.epoch !== before.epoch) {
      columns = null;
      seen = null;
      ordered.forget();
      texts.forget();
      return false;
    }
    for (const row of look.rows) {
      known.put(row);
      ordered.note(row.seq);
    }
    for (const row of look.texts) texts.note(row);
    ordered.refresh();
    texts.refresh();
    if (isNewer(look, before)) seen = look;
    return true;
  }

  /** Callers share one look, but only one that begins after they asked: each sees what it has committed itself. */
  function current(): Promise<boolean> {
    if (refresh && !refresh.begun) return refresh.done;
    const running = refresh?.done ?? Promise.resolve(true);
    const next = { begun: false, done: Promise.resolve(false) };
    next.done = running
      .catch(() => false)
      .then(() => {
        next.begun = true;
        return catchUp();
      });
    refresh = next;
    return next.done;
  }

  /** What fits the words, best first; all rows in one class without words; null when the words cannot be told yet. */
  function ranked(typed: TypedWords, selected: Bitmap): Bitmap[] | null {
    if (typed.words.length === 0) return [selected];
    const index = texts.value;
    if (!index || index.changes > mostChangedTexts) return null;
    return index.match(typed).map((rows) => rows.intersect(selected));
  }

  return {
    state: () => (columns && ordered.value && texts.value ? 'ready' : 'reading'),
    async select(filter) {
      if (!columns) {
        readInBackground();
        return null;
      }
      try {
        if (!(await current()) || !columns || !seen) {
          readInBackground();
          return null;
        }
      } catch (error) {
        onError(error);
        return null;
      }
      const moment = seen;
      const classes = ranked(filter, columns.select(filter));
      if (!classes) return null;
      const selected = classes.length === 1 && classes[0] ? classes[0] : union(classes);
      const now = ordered.value;
      return {
        horizon: moment.horizon,
        snapshot: moment.snapshot,
        count: selected.size,
        seqs: () => selected.members(),
        page: (wanted) => now && pageOf(now.orders, wanted, selected, now.moved),
        ranked: (wanted) => now && rankedPageOf(now.orders, wanted, classes, now.moved),
      };
    },
  };
}
