// Registers promise strings and send anything: these readers take what is usable and report the rest.
import { htmlToText } from '#lib/html-text.ts';
import { cleanLine, cutText, isTidy } from '#lib/text.ts';
import type { IssueLog } from './issue-log.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const LIMITS = { name: 300, line: 500, text: 20_000, list: 500, item: 200 } as const;

const EMPTY: Fields = Object.freeze({});

/** A JSON object, or an empty one for anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : EMPTY;
}

export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** A string as it stands; numbers become text; null, missing and empty are null. */
export function rawText(fields: Fields, key: string, log: IssueLog): string | null {
  const value = own(fields, key);
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  log.add('unexpected_type', key, value);
  return null;
}

/** One clean line of text only: no tags, entities decoded, cut at `limit`. */
export function readLine(
  fields: Fields,
  key: string,
  log: IssueLog,
  limit: number = LIMITS.line,
): string | null {
  const value = rawText(fields, key, log);
  return value === null ? null : lineOf(value, key, log, limit);
}

export function lineOf(
  value: string,
  field: string,
  log: IssueLog,
  limit: number = LIMITS.line,
): string | null {
  const bounded = value.length > LIMITS.text ? value.slice(0, LIMITS.text) : value;
  const text = isTidy(bounded) ? bounded : cleanLine(htmlToText(bounded));
  if (text === '') return null;
  if (text.length > limit) log.add('text_too_long', field, text);
  return cutText(text, limit);
}

/** Several lines of text only. */
export function textOf(value: string, field: string, log: IssueLog): string | null {
  // Tags may take most of the room, so the cut before they are removed is wider than the one after.
  const text = htmlToText(value.slice(0, LIMITS.text * 5));
  if (text === '') return null;
  if (text.length > LIMITS.text) log.add('text_too_long', field, text);
  return cutText(text, LIMITS.text);
}

/** A list of strings; a single string counts as a list of one. */
export function readList(fields: Fields, key: string, log: IssueLog): string[] {
  const value = own(fields, key);
  if (value === null || value === undefined || value === '') return [];
  if (!Array.isArray(value)) {
    const single = rawText(fields, key, log);
    return single === null ? [] : listOf([single], key, log);
  }
  return listOf(value, key, log);
}

export function listOf(values: readonly unknown[], field: string, log: IssueLog): string[] {
  if (values.length > LIMITS.list) log.add('list_too_long', field, `${values.length}`);
  const lines: string[] = [];
  for (const item of values.slice(0, LIMITS.list)) {
    if (item === null || item === '') continue;
    if (typeof item !== 'string' && typeof item !== 'number') {
      log.add('unexpected_type', field, item);
      continue;
    }
    const line = lineOf(String(item), field, log, LIMITS.item);
    if (line !== null) lines.push(line);
  }
  return lines;
}

/** Each value once, order kept, empty results left out. */
export function distinct(values: readonly string[], name: (value: string) => string | null): string[] {
  const seen = new Set<string>();
  for (const value of values) {
    const shown = name(value);
    if (shown !== null && shown !== '') seen.add(shown);
  }
  return [...seen];
}
