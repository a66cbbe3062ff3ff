// Personal identity numbers end here: everything later, the kept raw row included, is made from what this returns.
import { parseOrgNumber } from '#lib/org-number.ts';
import { PERSONAL_ID_REMOVED, removePersonalIds } from '#lib/personal-id.ts';

export interface ScrubbedRow {
  row: unknown;
  /** A personal identity number stood where the association's organisation number belongs. */
  naturalPerson: boolean;
  removed: boolean;
}

const PHONE_KEY = /phone|mobil|telef|\btel\b|\btfn\b|\bhem\b|\bhome\b|\barbete\b|\bwork\b|\bfax\b/i;
const ORG_KEY =
  /^org[\s._-]*(?:nr|number|nummer|no)\b|^organi[sz]ations?[\s._-]*(?:nr|number|nummer)|^orgnr/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const MAX_DEPTH = 50;

/** Null when the value is nested deeper than `MAX_DEPTH`. The input is not changed. */
export function scrubRow(raw: unknown): ScrubbedRow | null {
  const state = { naturalPerson: false, removed: false, tooDeep: false };
  const row = scrub(raw, '', 0, state);
  return state.tooDeep ? null : { row, naturalPerson: state.naturalPerson, removed: state.removed };
}

type State = { naturalPerson: boolean; removed: boolean; tooDeep: boolean };

function scrub(value: unknown, key: string, depth: number, state: State): unknown {
  if (typeof value === 'string') return scrubText(value, key, state);
  if (typeof value === 'number') return scrubNumber(value, key, state);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) {
    state.tooDeep = true;
    return null;
  }
  return Array.isArray(value) ? scrubList(value, key, depth, state) : scrubObject(value, depth, state);
}

// Lists and objects are copied only when something in them changed, which is seldom.
function scrubList(list: unknown[], key: string, depth: number, state: State): unknown[] {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const clean = scrub(list[index], key, depth + 1, state);
    if (clean === list[index]) continue;
    copy ??= [...list];
    copy[index] = clean;
  }
  return copy ?? list;
}

function scrubObject(value: object, depth: number, state: State): object {
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields);
  const changed = new Map<string, unknown>();
  let renamed = false;
  for (const name of names) {
    const item = fields[name];
    // IBGO sections are lists of {key, value}: what the value is, its neighbour says.
    const clean = scrub(item, name === 'value' ? neighbourOf(fields) : name, depth + 1, state);
    if (clean !== item) changed.set(name, clean);
    if (fieldKind(name) === 'unsafe') renamed = true;
  }
  if (changed.size === 0 && !renamed) return value;
  return Object.fromEntries(
    names.map((name) => [
      fieldKind(name) === 'unsafe' ? scrubText(name, '', state) : name,
      changed.has(name) ? changed.get(name) : fields[name],
    ]),
  );
}

function neighbourOf(fields: Record<string, unknown>): string {
  const name = Object.hasOwn(fields, 'key')
    ? fields.key
    : Object.hasOwn(fields, 'label')
      ? fields.label
      : null;
  return typeof name === 'string' ? name : 'value';
}

type FieldKind = 'text' | 'phone' | 'org' | 'unsafe';
const kinds = new Map<string, FieldKind>();

// The same few dozen keys come back in every row; the limit keeps a hostile file from filling memory.
function fieldKind(key: string): FieldKind {
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = kindOf(key);
  if (kinds.size >= 5_000) kinds.clear();
  if (key.length <= 100 && kind !== 'unsafe') kinds.set(key, kind);
  return kind;
}

function kindOf(key: string): FieldKind {
  if (storable(key) !== key || removePersonalIds(key) !== key) return 'unsafe';
  if (ORG_KEY.test(key)) return 'org';
  return PHONE_KEY.test(key) ? 'phone' : 'text';
}

function scrubText(written: string, key: string, state: State): string {
  const text = storable(written);
  if (text.length < 6) return text;
  if (text.length === 36 && UUID.test(text)) return text;
  const kind = fieldKind(key);
  if (kind === 'org') return scrubOrgNumber(text, state);
  const clean = removePersonalIds(text, kind === 'phone' ? 'phone' : 'text');
  if (clean !== text) state.removed = true;
  return clean;
}

function scrubNumber(value: number, key: string, state: State): unknown {
  if (!Number.isInteger(value) || value < 1e8 || value >= 1e12) return value;
  const text = String(value).padStart(value < 1e10 ? 10 : 12, '0');
  const clean = scrubText(text, key, state);
  return clean === text ? value : clean;
}

function scrubOrgNumber(text: string, state: State): string {
  if (parseOrgNumber(text).kind === 'personal') {
    state.naturalPerson = true;
    return PERSONAL_ID_REMOVED;
  }
  const clean = removePersonalIds(text);
  // A digit too few or too many may still be a mistyped personal number: a date at the front is enough to drop it.
  const digits = clean.replace(/\D/g, '');
  const mistyped =
    [9, 11, 13].includes(digits.length) &&
    !/^(\d)\1+$/.test(digits) &&
    /^(?:18|19|20)?\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1267]\d|[389][01])/.test(digits);
  if (clean === text && !mistyped) return text;
  state.removed = true;
  return mistyped ? PERSONAL_ID_REMOVED : clean;
}

// NUL and lone surrogates: PostgreSQL's jsonb refuses both.
function storable(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '') : wellFormed;
}
