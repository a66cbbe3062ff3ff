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
type Place = 'start' | 'first' | 'value' | 'after' | 'end' | 'lines';

/**
 * Yields the top-level elements of a JSON array, or the values of JSON Lines (also pretty-printed ones). Throws
 * RegisterFileRefused for a file that is cut off, has text after its end, or passes a limit. It finds where rows begin
 * and end; whether a row is JSON is decided when it is parsed.
 */
export async function* scanRows(
  chunks: AsyncIterable<Uint8Array>,
  limits: ScanLimits,
): AsyncGenerator<ScannedRow> {
  let held: Uint8Array = new Uint8Array(0);
  let total = 0;
  let place: Place = 'start';
  let sawBom = false;
  // State inside a row: how far its bytes were scanned, nesting, whether inside a string and after a backslash.
  let scanned = 0;
  let depth = 0;
  let deepest = 0;
  let inString = false;
  let escaped = false;
  let inRow = false;

  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > limits.maxFileBytes)
      throw new RegisterFileRefused('too_large', { maxBytes: limits.maxFileBytes });
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!sawBom) {
      if (held.length < 3 && held[0] === BOM[0]) continue;
      sawBom = true;
      refuseOtherEncodings(held);
      if (BOM.every((byte, index) => held[index] === byte)) held = held.subarray(3);
    }
    let at = scanned;
    let start = 0;
    const { length } = held;
    while (at < length) {
      const byte = held[at] as number;
      if (!inRow) {
        at += 1;
        if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
          start = at;
          continue;
        }
        const next = step(place, byte);
        place = next.place;
        if (!next.opens) {
          start = at;
          continue;
        }
        start = at - 1;
        inRow = true;
        depth = 0;
        deepest = 0;
        at -= 1;
      }
      // Inside a row. Scalars end at the first byte that cannot belong to them.
      let ended = false;
      while (at < length) {
        const code = held[at] as number;
        if (inString) {
          if (escaped) escaped = false;
          else if (code === BACKSLASH) escaped = true;
          else if (code === QUOTE) {
            inString = false;
            if (depth === 0) ended = true;
          } else if (code < 0x20) throw new RegisterFileRefused('not_json', {});
          at += 1;
          if (ended) break;
          continue;
        }
        if (code === QUOTE) inString = true;
        else if (code === OPEN_OBJECT || code === OPEN_LIST) {
          depth += 1;
          if (depth > deepest) deepest = depth;
        } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
          if (depth === 0) {
            ended = true;
            break;
          }
          depth -= 1;
          if (depth === 0) {
            at += 1;
            ended = true;
            break;
          }
        } else if (depth === 0 && (code === COMMA || code <= 0x20)) {
          ended = true;
          break;
        }
        at += 1;
      }
      if (at - start > limits.maxRowBytes)
        throw new RegisterFileRefused('row_too_large', { maxBytes: limits.maxRowBytes });
      if (!ended) break;
      inRow = false;
      yield { bytes: held.subarray(start, at), depth: deepest };
      start = at;
    }
    held = held.subarray(start);
    scanned = at - start;
  }
  finish(place, inRow, inString, depth, total);
  // A last scalar of JSON Lines has no end of its own.
  if (inRow) yield { bytes: held, depth: deepest };
}

function step(place: Place, byte: number): { place: Place; opens: boolean } {
  switch (place) {
    case 'start':
      if (byte === OPEN_LIST) return { place: 'first', opens: false };
      if (byte === OPEN_OBJECT) return { place: 'lines', opens: true };
      break;
    case 'first':
      if (byte === CLOSE_LIST) return { place: 'end', opens: false };
      if (byte !== COMMA) return { place: 'after', opens: true };
      break;
    case 'value':
      if (byte !== COMMA && byte !== CLOSE_LIST) return { place: 'after', opens: true };
      break;
    case 'after':
      if (byte === COMMA) return { place: 'value', opens: false };
      if (byte === CLOSE_LIST) return { place: 'end', opens: false };
      break;
    case 'lines':
      if (byte === OPEN_OBJECT) return { place: 'lines', opens: true };
      break;
    case 'end':
      break;
  }
  throw new RegisterFileRefused('not_json', {});
}

function finish(place: Place, inRow: boolean, inString: boolean, depth: number, total: number): void {
  if (place === 'start')
    throw new RegisterFileRefused(total === 0 || place === 'start' ? 'empty' : 'not_json', {});
  const cutOff = inString || (inRow && depth > 0);
  if (cutOff || (place !== 'end' && place !== 'lines'))
    throw new RegisterFileRefused('not_json', { cutOff: true });
}

// UTF-16 and UTF-32 begin with a mark or with zero bytes between the letters.
function refuseOtherEncodings(head: Uint8Array): void {
  const [first, second] = head;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (marked || first === 0 || second === 0) throw new RegisterFileRefused('not_utf8', {});
}
