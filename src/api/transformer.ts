// How values travel: calls as plain JSON; answers as JSON with times marked, so that a Date arrives as a Date. A general
// writer of object graphs takes twice as long for a page of rows (docs/decisions/022).

const asItIs = <T>(value: T): T => value;

/** Begins the text of a time, and doubles at the beginning of any text that happens to begin with it. */
const mark = '\u0001';

export const transformer = {
  input: { serialize: asItIs, deserialize: asItIs },
  output: { serialize: writeTimes, deserialize: readTimes },
};

/** Throws for what JSON cannot hold: an answer is made of plain objects, lists, texts, numbers, booleans and times. */
function writeTimes(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? mark + value : value;
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return mark + value.toISOString();
  if (Array.isArray(value)) return value.map(writeTimes);
  if (!isPlain(value)) throw new TypeError(`an answer holds a ${value.constructor?.name}, which JSON cannot`);
  const written: Record<string, unknown> = {};
  for (const key of Object.keys(value)) put(written, key, writeTimes(value[key]));
  return written;
}

function readTimes(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? readMarked(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(readTimes);
  const read: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) put(read, key, readTimes(one));
  return read;
}

const readMarked = (text: string) => (text[1] === mark ? text.slice(1) : new Date(text.slice(1)));

/** A register may name a field `__proto__`: it stays a field. */
function put(into: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') into[key] = value;
  else Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new TypeError(`an answer holds ${value}, which JSON cannot`);
}
