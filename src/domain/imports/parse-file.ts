// Content decides what a file is: rows of a register, or something else that is refused whole and by name.
import { isUtf8 } from 'node:buffer';
import { normalizeRecord } from './normalize.ts';
import type { FileRefusal, NormalizedRecord, RowRefusal } from './record.ts';
import { RegisterFileRefused, type ScannedRow, scanRows } from './row-scanner.ts';
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
  let row = 0;
  let records = 0;
  const guesses = new Map<FileRefusal, number>();
  const waiting: ReadRow[] = [];
  for await (const scanned of scanRows(open(), scan)) {
    row += 1;
    if (row > maxRows) throw new RegisterFileRefused('too_many_rows', { maxRows });
    const value = parseRow(scanned, row);
    const result = value === TOO_DEEP ? REFUSED_TOO_DEEP : normalizeRecord(value);
    const read: ReadRow = result.ok
      ? { row, record: result.record }
      : { row, refused: { reason: result.reason, detail: result.detail } };
    if (records === 0 && !result.ok) {
      const guess = value === TOO_DEEP ? 'not_records' : kindOfRow(value);
      if (guess !== null) {
        guesses.set(guess, (guesses.get(guess) ?? 0) + 1);
        waiting.push(read);
        if (waiting.length >= PATIENCE) throw new RegisterFileRefused(likeliest(guesses), { rows: row });
        continue;
      }
    }
    if (records === 0) yield* waiting.splice(0);
    records += 1;
    yield read;
  }
  if (row === 0) throw new RegisterFileRefused('empty', {});
  if (records === 0) throw new RegisterFileRefused(likeliest(guesses), { rows: row });
}

const TOO_DEEP = Symbol('too deep');
const REFUSED_TOO_DEEP = { ok: false, reason: 'too_deep', detail: '' } as const;

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

function likeliest(guesses: ReadonlyMap<FileRefusal, number>): FileRefusal {
  return [...guesses].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 'not_records';
}
