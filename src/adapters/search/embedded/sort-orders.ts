// The orders of a list, read once: a page is found by walking one and asking a bitmap. Rows that changed since are not
// trusted to their old place; all of them that are selected go to the caller too, who orders the few by their values.
import { endianness } from 'node:os';
import type pg from 'pg';
import { type SortColumn, sortColumns } from '#domain/associations/sorting.ts';
import type { PageStart, PageWanted, Ranked, RankedPageWanted } from '#domain/search/filter-index.ts';
import type { Bitmap } from './bitmap.ts';

interface Order {
  /** `seq` by place: rows with a value upwards, then rows without one. */
  seqs: Int32Array;
  /** So many of them have a value. */
  valued: number;
  /** Place by `seq`; -1 for rows that were not there. */
  places: Int32Array;
}

export type SortOrders = Record<SortColumn, Order>;

/** Living rows in each order. The caller has noted the moment first: what changes after it counts as moved. */
export async function readOrders(pool: pg.Pool): Promise<SortOrders> {
  const orders: Partial<SortOrders> = {};
  for (const [sort, { column, nullable }] of Object.entries(sortColumns)) {
    const valued = await readSeqs(
      pool,
      `${nullable ? `${column} IS NOT NULL` : 'true'} ORDER BY ${column}, id`,
    );
    const empty = nullable ? await readSeqs(pool, `${column} IS NULL ORDER BY id`) : new Int32Array();
    const seqs = new Int32Array(valued.length + empty.length);
    seqs.set(valued);
    seqs.set(empty, valued.length);
    orders[sort as SortColumn] = { seqs, valued: valued.length, places: placesOf(seqs) };
  }
  return orders as SortOrders;
}

/** All in one value of four bytes a row: a quarter of a million rows of their own would take a second to read. */
async function readSeqs(pool: pg.Pool, which: string): Promise<Int32Array> {
  const { rows } = await pool.query<{ packed: Buffer | null }>(
    `SELECT string_agg(int4send(seq), ''::bytea) AS packed
     FROM (SELECT seq FROM association WHERE deleted_at IS NULL AND ${which}) ordered`,
  );
  // A copy, so that it begins where numbers may; the network's byte order becomes the machine's.
  const bytes = new Uint8Array(rows[0]?.packed ?? []);
  if (endianness() === 'LE') Buffer.from(bytes.buffer).swap32();
  return new Int32Array(bytes.buffer);
}

function placesOf(seqs: Int32Array): Int32Array {
  const places = new Int32Array(seqs.reduce((most, seq) => Math.max(most, seq), -1) + 1).fill(-1);
  for (let place = 0; place < seqs.length; place += 1) places[seqs[place] ?? 0] = place;
  return places;
}

/** As many moved rows may go to the caller with a page. */
export const mostMoved = 1_000;

/** See Selection.page; `moved` are the rows that changed since the orders were read. */
export function pageOf(
  orders: SortOrders,
  { sort, direction, wanted, after }: PageWanted,
  selected: Bitmap,
  moved: Bitmap,
): number[] | null {
  const movedHere = selected.shared(moved);
  if (movedHere.length > mostMoved) return null;
  const walk = new Walk(orders[sort], direction === 'desc');
  const start = after === null ? 0 : startOf(walk, after, moved);
  if (start === null) return null;
  return [...standingOf(walk, selected, moved, start, wanted), ...movedHere];
}

/** See Selection.ranked: the same within each class, in the order of names. */
export function rankedPageOf(
  orders: SortOrders,
  { wanted, after }: RankedPageWanted,
  classes: readonly Bitmap[],
  moved: Bitmap,
): Ranked[] | null {
  const walk = new Walk(orders.name, false);
  const found: Ranked[] = [];
  let standing = 0;
  for (const [rank, rows] of classes.entries()) {
    if (after !== null && rank < after.rank) continue;
    const movedHere = rows.shared(moved);
    if (movedHere.length > mostMoved) return null;
    const start = after?.rank === rank ? startOf(walk, after.start, moved) : 0;
    if (start === null) return null;
    const here = standingOf(walk, rows, moved, start, wanted - standing);
    standing += here.length;
    for (const seq of [...here, ...movedHere]) found.push({ seq, rank });
    if (standing >= wanted) return found;
  }
  return found;
}

/** The next `wanted` of the rows that stand where they stood. */
function standingOf(walk: Walk, rows: Bitmap, moved: Bitmap, start: number, wanted: number): number[] {
  // A walk goes some `length / size` steps for each row of the page; the few are all looked up and sorted.
  const isFew = rows.size ** 2 < wanted * walk.length;
  return isFew
    ? fewOf(walk, rows, moved, start).slice(0, wanted)
    : walkOver(walk, rows, moved, start, wanted);
}

function walkOver(walk: Walk, rows: Bitmap, moved: Bitmap, start: number, wanted: number): number[] {
  const page: number[] = [];
  for (let step = start; step < walk.length && page.length < wanted; step += 1) {
    const seq = walk.seqAt(step);
    if (rows.has(seq) && !moved.has(seq)) page.push(seq);
  }
  return page;
}

/** Few rows know their places sooner than a walk would come by them. */
function fewOf(walk: Walk, rows: Bitmap, moved: Bitmap, start: number): number[] {
  const steps: number[] = [];
  for (const seq of rows.members()) {
    const step = walk.stepOf(seq) ?? -1;
    if (step >= start && !moved.has(seq)) steps.push(step);
  }
  return Array.from(Int32Array.from(steps).sort(), (step) => walk.seqAt(step));
}

/** The order as it is walked: downwards the values are turned round, and what has none still comes last. */
class Walk {
  readonly length: number;
  readonly #order: Order;
  readonly #down: boolean;

  constructor(order: Order, down: boolean) {
    this.#order = order;
    this.#down = down;
    this.length = order.seqs.length;
  }

  get valued(): number {
    return this.#order.valued;
  }

  seqAt(step: number): number {
    return this.#order.seqs[this.#turn(step)] ?? -1;
  }

  /** Null for a row that had no place. */
  stepOf(seq: number): number | null {
    const place = this.#order.places[seq] ?? -1;
    return place < 0 ? null : this.#turn(place);
  }

  #turn(at: number): number {
    return this.#down && at < this.valued ? this.valued - 1 - at : at;
  }
}

/** The step of the first row behind the cursor that still stands where it stood; null when none is known. */
function startOf(walk: Walk, { seqs, inNulls, toTheEnd }: PageStart, moved: Bitmap): number | null {
  const standing = seqs.find((seq) => !moved.has(seq) && walk.stepOf(seq) !== null);
  if (standing !== undefined) return walk.stepOf(standing);
  if (!toTheEnd) return null;
  return inNulls ? walk.length : walk.valued;
}
