// Content decides what a file is: rows of a register, or something else that is refused whole and by name.
import { isUtf8 } from 'node:buffer';
import { normalizeRecord } from './normalize.ts';
import type { FileRefusal, NormalizedRecord, RowRefusal } from './record.ts';
import { RegisterFileRefused, RowScanner, type ScannedRow } from './row-scanner.ts';
import { MAX_DEPTH } from './scrub-raw.ts';

export { RegisterFileRefused };

export interface FileLimits {
  maxFileBytes: number;
  maxRowBytes: number;
  maxRows: number;
}

export const FILE_LIMITS: FileLimits = {
  maxFileBytes: 500 * 2 ** 20,
  maxRowBytes: 2 ** 20,
  maxRows: 2_000_000,
};

/** `row` counts from 1 in the order of the file. */
export type ReadRow = { row: number } & (
  | { record: NormalizedRecord }
  | { refused: { reason: RowRefusal; detail: string } }
);

export type OpenFile = () => AsyncIterable<Uint8Array>;

// So many rows without a single record, and the file is something else.
const PATIENCE = 50;

/**
 * Reads a register file (a JSON array or JSON Lines, UTF-8) row by row in flat memory. A row that is no record comes as
 * `refused` and the others go on. Throws RegisterFileRefused when the file is no record file or is broken, possibly
 * after rows were given: the caller then discards those. `name` is only a hint and decides nothing.
 */
export async function* readRegisterFile(
  _name: string,
  open: OpenFile,
  limits: Partial<FileLimits> = {},
): AsyncGenerator<ReadRow> {
  const { maxRows, ...scan } = { ...FILE_LIMITS, ...limits };
  const scanner = new RowScanner(scan);
  const kind = new FileKind();
  let row = 0;
  for await (const chunk of open()) {
    for (const scanned of scanner.push(chunk)) {
      row += 1;
      if (row > maxRows) throw new RegisterFileRefused('too_many_rows', { maxRows });
      yield* kind.judge(readRow(scanned, row));
    }
  }
  scanner.end();
  kind.finish(row);
}

interface JudgedRow {
  read: ReadRow;
  /** What the row says its file is, when it is no record; null for a record, also one with something missing. */
  guess: FileRefusal | null;
}

function readRow(scanned: ScannedRow, row: number): JudgedRow {
  const value = parseRow(scanned, row);
  if (value === TOO_DEEP)
    return { read: { row, refused: { reason: 'too_deep', detail: '' } }, guess: 'not_records' };
  const result = normalizeRecord(value);
  if (result.ok) return { read: { row, record: result.record }, guess: null };
  return {
    read: { row, refused: { reason: result.reason, detail: result.detail } },
    guess: kindOfRow(value),
  };
}

/** Holds rows back until the first record shows that the file holds records, and refuses it when none comes. */
class FileKind {
  #known = false;
  #waiting: ReadRow[] = [];
  readonly #guesses = new Map<FileRefusal, number>();

  judge({ read, guess }: JudgedRow): ReadRow[] {
    if (this.#known) return [read];
    this.#waiting.push(read);
    if (guess === null) {
      this.#known = true;
      return this.#waiting.splice(0);
    }
    this.#guesses.set(guess, (this.#guesses.get(guess) ?? 0) + 1);
    if (this.#waiting.length >= PATIENCE)
      throw new RegisterFileRefused(this.#likeliest(), { rows: read.row });
    return [];
  }

  finish(rows: number): void {
    if (rows === 0) throw new RegisterFileRefused('empty', {});
    if (!this.#known) throw new RegisterFileRefused(this.#likeliest(), { rows });
  }

  #likeliest(): FileRefusal {
    const [first] = [...this.#guesses].sort((left, right) => right[1] - left[1]);
    return first?.[0] ?? 'not_records';
  }
}

const TOO_DEEP = Symbol('too deep');

function parseRow({ bytes, depth }: ScannedRow, row: number): unknown {
  if (!isUtf8(bytes)) throw new RegisterFileRefused('not_utf8', { row });
  if (depth > MAX_DEPTH) return TOO_DEEP;
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    throw new RegisterFileRefused('not_json', { row });
  }
}

/** What a row without a record in it says about its file; null when it is a record with something missing. */
function kindOfRow(value: unknown): FileRefusal | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not_records';
  const keys = new Set(Object.keys(value).map((key) => key.toLowerCase()));
  if (keys.has('association') || (keys.has('source_system') && keys.has('contacts'))) return null;
  if (
    keys.has('name') &&
    ['type', 'activity', 'homepage', 'types', 'activities'].some((key) => keys.has(key))
  )
    return 'flat_list';
  const summary =
    /^(?:runs?|results?|summary|statistics|stats|total.*|.*_count|counts?|errors?|success.*|failed.*|started?_?at|finished_?at|start_time|end_time|duration.*|municipalities|elapsed.*|status|output_?files?|scraped_count|timestamp)$/;
  return [...keys].some((key) => summary.test(key)) ? 'run_summary' : 'not_records';
}
