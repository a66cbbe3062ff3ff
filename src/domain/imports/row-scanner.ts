// A file of any size is cut into its rows without being held: bytes go in, the bytes of one row at a time come out.
import type { FileRefusal } from './record.ts';

export class RegisterFileRefused extends Error {
  readonly code: FileRefusal;
  readonly params: Record<string, unknown>;

  constructor(code: FileRefusal, params: Record<string, unknown> = {}) {
    super(`register file refused: ${code}`);
    this.name = 'RegisterFileRefused';
    this.code = code;
    this.params = params;
  }
}

/** The bytes of one JSON value, valid until the next is asked for, and how deep it nests. */
export interface ScannedRow {
  bytes: Uint8Array;
  depth: number;
}

export interface ScanLimits {
  maxFileBytes: number;
  maxRowBytes: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BOM = [0xef, 0xbb, 0xbf];

// Where the scan stands between rows. `lines` is JSON Lines: values one after another, without brackets around.
type State = 'start' | 'first' | 'value' | 'after' | 'end' | 'lines';

/**
 * Finds the top-level elements of a JSON array, or the values of JSON Lines (also pretty-printed ones), in bytes that come
 * piece by piece. Throws RegisterFileRefused for a file that is cut off, has text after its end, or passes a limit. It
 * says where rows begin and end; whether a row is JSON is decided when it is parsed.
 */
export class RowScanner {
  readonly #limits: ScanLimits;
  #held: Uint8Array = new Uint8Array(0);
  #total = 0;
  #state: State = 'start';
  #begun = false;
  // Inside a row: how far its bytes were scanned, nesting, whether inside a string and after a backslash.
  #inRow = false;
  #scanned = 0;
  #depth = 0;
  #deepest = 0;
  #inString = false;
  #escaped = false;

  constructor(limits: ScanLimits) {
    this.#limits = limits;
  }

  /** The rows that end in this piece. */
  push(chunk: Uint8Array): ScannedRow[] {
    const { maxFileBytes, maxRowBytes } = this.#limits;
    this.#total += chunk.length;
    if (this.#total > maxFileBytes) throw new RegisterFileRefused('too_large', { maxBytes: maxFileBytes });
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    if (!this.#begun && bytes.length < 3) {
      this.#held = new Uint8Array(bytes);
      return [];
    }
    const rows: ScannedRow[] = [];
    let start = this.#begun ? 0 : this.#begin(bytes);
    let at = start + this.#scanned;
    while (at < bytes.length) {
      if (!this.#inRow) {
        at = this.#findRow(bytes, at);
        start = at;
        if (!this.#inRow) break;
      }
      at = this.#scanRow(bytes, at);
      if (at - start > maxRowBytes) throw new RegisterFileRefused('row_too_large', { maxBytes: maxRowBytes });
      if (this.#inRow) break;
      rows.push({ bytes: bytes.subarray(start, at), depth: this.#deepest });
      start = at;
    }
    // Copied, because the giver of the chunk may use its memory again.
    this.#held = new Uint8Array(bytes.subarray(start));
    this.#scanned = this.#held.length;
    return rows;
  }

  /** Call once after the last piece; refuses what is not finished. */
  end(): void {
    if (!this.#begun) refuseTiny(String.fromCharCode(...this.#held));
    if (this.#state === 'start') throw new RegisterFileRefused('empty', { bytes: this.#total });
    if (this.#inRow || (this.#state !== 'end' && this.#state !== 'lines')) {
      throw new RegisterFileRefused('not_json', { cutOff: true });
    }
  }

  // The first three bytes tell the encoding; the mark of UTF-8 is skipped.
  #begin(bytes: Uint8Array): number {
    this.#begun = true;
    refuseOtherEncodings(bytes);
    return BOM.every((byte, index) => bytes[index] === byte) ? 3 : 0;
  }

  /** Where the next row begins, or the end of the bytes. */
  #findRow(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
        const next = step(this.#state, byte);
        this.#state = next.state;
        if (next.opens) {
          this.#inRow = true;
          this.#depth = 0;
          this.#deepest = 0;
          return at;
        }
      }
      at += 1;
    }
    return at;
  }

  /** Where the row ends, or the end of the bytes with `#inRow` still set. Runs over every byte: state is kept local. */
  #scanRow(bytes: Uint8Array, from: number): number {
    const { length } = bytes;
    let at = from;
    let depth = this.#depth;
    let deepest = this.#deepest;
    let inString = this.#inString;
    let escaped = this.#escaped;
    let open = true;
    while (open && at < length) {
      const code = bytes[at] as number;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) {
          inString = false;
          open = depth > 0;
        } else if (code < 0x20) throw new RegisterFileRefused('not_json', {});
      } else if (code === QUOTE) inString = true;
      else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        depth += 1;
        if (depth > deepest) deepest = depth;
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        // A bracket, comma or space after a bare number or word is not part of it.
        if (depth === 0) break;
        depth -= 1;
        open = depth > 0;
      } else if (depth === 0 && (code === COMMA || code <= 0x20)) break;
      at += 1;
    }
    this.#inRow = open && at >= length;
    this.#depth = depth;
    this.#deepest = deepest;
    this.#inString = inString;
    this.#escaped = escaped;
    return at;
  }
}

function step(state: State, byte: number): { state: State; opens: boolean } {
  switch (state) {
    case 'start':
      if (byte === OPEN_LIST) return { state: 'first', opens: false };
      if (byte === OPEN_OBJECT) return { state: 'lines', opens: true };
      break;
    case 'first':
      if (byte === CLOSE_LIST) return { state: 'end', opens: false };
      if (byte !== COMMA) return { state: 'after', opens: true };
      break;
    case 'value':
      if (byte !== COMMA && byte !== CLOSE_LIST) return { state: 'after', opens: true };
      break;
    case 'after':
      if (byte === COMMA) return { state: 'value', opens: false };
      if (byte === CLOSE_LIST) return { state: 'end', opens: false };
      break;
    case 'lines':
      if (byte === OPEN_OBJECT) return { state: 'lines', opens: true };
      break;
    case 'end':
      break;
  }
  throw new RegisterFileRefused('not_json', {});
}

// Two bytes hold no record.
function refuseTiny(text: string): never {
  const code = text.trim() === '' || text === '[]' ? 'empty' : text === '{}' ? 'not_records' : 'not_json';
  throw new RegisterFileRefused(code, {});
}

// UTF-16 and UTF-32 begin with a mark or with zero bytes between the letters.
function refuseOtherEncodings(head: Uint8Array): void {
  const [first, second] = head;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (marked || first === 0 || second === 0) throw new RegisterFileRefused('not_utf8', {});
}
