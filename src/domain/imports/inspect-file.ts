// Before anything is imported a person sees what a file holds; one pass, flat memory, nothing kept of the people in it.
import { createDuplicateFinder } from './duplicates.ts';
import { municipalityOfInstance } from './identity.ts';
import { type FileLimits, type OpenFile, readRegisterFile } from './parse-file.ts';
import type { IssueCode, NormalizedRecord, Platform, RowRefusal } from './record.ts';

export interface FileInspection {
  /** All rows of the file, the refused ones included. */
  rows: number;
  refusedRows: number;
  refusedReasons: Partial<Record<RowRefusal, number>>;
  platforms: Partial<Record<Platform, number>>;
  municipalityNames: Record<string, number>;
  hosts: Record<string, number>;
  /** Which municipality name came with which register, most rows first: together they tell where a row belongs. */
  sources: { municipalityName: string; platform: Platform; instance: string; rows: number }[];
  /** ISO 8601; null only when every row was refused. */
  scrapedFrom: string | null;
  scrapedTo: string | null;
  contacts: number;
  incomplete: number;
  issues: Partial<Record<IssueCode, number>>;
  /** The JSON file this JSON Lines file would be the twin of, if that is there too. */
  twinOf?: string;
}

// A file of invented names must not grow the answer without end.
const MAX_KEYS = 1_000;

/** A row that could not be kept, and why. */
export interface RefusedRow {
  row: number;
  code: string;
  detail: string;
}

export const maxRefusedRows = 1_000;

export interface Inspection {
  /** Complete when all records were read. */
  inspection: FileInspection;
  refusedRows: RefusedRow[];
  /** Gives every row that is kept, once; throws RegisterFileRefused like `readRegisterFile`. */
  records(
    open: OpenFile,
    limits?: Partial<FileLimits>,
  ): AsyncGenerator<{ row: number; record: NormalizedRecord }>;
}

/** Looks at every row while somebody else takes the records. */
export function startInspection(name: string): Inspection {
  const twin = twinOf(name);
  const seen: FileInspection = {
    rows: 0,
    refusedRows: 0,
    refusedReasons: {},
    platforms: {},
    municipalityNames: {},
    hosts: {},
    sources: [],
    scrapedFrom: null,
    scrapedTo: null,
    contacts: 0,
    incomplete: 0,
    issues: {},
    ...(twin !== null && { twinOf: twin }),
  };
  const refusedRows: RefusedRow[] = [];
  const duplicates = createDuplicateFinder();
  const sources = new Map<string, FileInspection['sources'][number]>();
  async function* records(open: OpenFile, limits: Partial<FileLimits> = {}) {
    for await (const read of readRegisterFile(name, open, limits)) {
      const { row } = read;
      seen.rows += 1;
      if ('refused' in read) {
        const { reason, detail } = read.refused;
        seen.refusedRows += 1;
        count(seen.refusedReasons, reason);
        if (refusedRows.length < maxRefusedRows) refusedRows.push({ row, code: reason, detail });
        continue;
      }
      const { record } = read;
      const { scrapedAt } = record;
      const repeated = duplicates.see(record);
      if (repeated !== null) {
        const value = record.association.name.slice(0, 200);
        record.issues.push({ code: repeated, field: 'name', value });
      }
      count(seen.platforms, record.platform);
      count(seen.municipalityNames, record.municipalityName);
      if (municipalityOfInstance(record.instance) === null) count(seen.hosts, record.instance);
      countSource(sources, record);
      if (seen.scrapedFrom === null || scrapedAt < seen.scrapedFrom) seen.scrapedFrom = scrapedAt;
      if (seen.scrapedTo === null || scrapedAt > seen.scrapedTo) seen.scrapedTo = scrapedAt;
      seen.contacts += record.contacts.length;
      if (record.incomplete) seen.incomplete += 1;
      for (const { code } of record.issues) count(seen.issues, code);
      yield { row, record };
    }
    seen.sources = [...sources.values()].sort((left, right) => right.rows - left.rows);
  }
  return { inspection: seen, refusedRows, records };
}

/** File name without folder and ending, the same for `X.json` and its twin `X.jsonl`. */
export function twinStem(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return file.normalize('NFC').replace(/\.(?:json|jsonl|ndjson)$/i, '');
}

function twinOf(name: string): string | null {
  return /\.(?:jsonl|ndjson)$/i.test(name) ? `${twinStem(name)}.json` : null;
}

function countSource(
  sources: Map<string, FileInspection['sources'][number]>,
  { municipalityName, platform, instance }: NormalizedRecord,
): void {
  const key = `${platform}\n${instance}\n${municipalityName}`;
  const known = sources.get(key);
  if (known) known.rows += 1;
  else if (sources.size < MAX_KEYS) sources.set(key, { municipalityName, platform, instance, rows: 1 });
}

function count(counts: Partial<Record<string, number>>, key: string): void {
  if (!Object.hasOwn(counts, key) && Object.keys(counts).length >= MAX_KEYS) return;
  Object.defineProperty(counts, key, {
    value: (Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0) + 1,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
