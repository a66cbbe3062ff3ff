// Before anything is written the operator sees what each file holds, where it will land, and what is unclear about it.
import type { DbOrTx } from '../context.ts';
import { type FileInspection, twinStem } from './inspect-file.ts';
import { municipalityName, placeOf } from './place.ts';

/** What is kept of an inspected file; the checksum tells that the same file was imported before. */
export type StoredInspection = FileInspection & { sha256: string };
export interface Refusal {
  code: string;
  params: Record<string, unknown>;
}
export type Inspected =
  | { inspection: StoredInspection; refusal: null }
  | { inspection: null; refusal: Refusal };

export interface FilePlace {
  code: string;
  name: string;
  rows: number;
}
export interface FilePlaces {
  places: FilePlace[];
  /** Why a person must choose the municipality before the import can start; null when the file tells it. */
  unclear: { kind: 'ambiguous' | 'unknown'; names: string[]; suggestion: string | null } | null;
  /** Rows that tell no municipality, in a file whose other rows do; they will be refused one by one. */
  unplacedRows: number;
  foreign: { register: string; municipality: string; owner: string }[];
}

/** Where the rows of a file land; `chosen` is the operator's word and settles what was unclear. */
export function placesOf({ sources }: Pick<StoredInspection, 'sources'>, chosen: string | null): FilePlaces {
  const places = new Map<string, FilePlace>();
  const foreign = new Map<string, FilePlaces['foreign'][number]>();
  const ambiguous = new Set<string>();
  const unknown = new Set<string>();
  let suggestion: string | null = null;
  let unplacedRows = 0;
  for (const source of sources) {
    const place = placeOf(source, chosen);
    if (!place) {
      unknown.add(source.municipalityName);
      unplacedRows += source.rows;
      continue;
    }
    if (place.ambiguous) {
      ambiguous.add(source.municipalityName);
      suggestion ??= place.code;
      continue;
    }
    const name = municipalityName(place.code);
    const known = places.get(place.code) ?? { code: place.code, name, rows: 0 };
    places.set(place.code, { ...known, rows: known.rows + source.rows });
    if (place.home !== place.code) {
      const owner = municipalityName(place.home);
      foreign.set(`${place.code} ${source.instance}`, {
        register: source.instance,
        municipality: name,
        owner,
      });
    }
  }
  const unclear: FilePlaces['unclear'] =
    ambiguous.size > 0
      ? { kind: 'ambiguous', names: [...ambiguous].slice(0, 5), suggestion }
      : places.size === 0 && unknown.size > 0
        ? { kind: 'unknown', names: [...unknown].slice(0, 5), suggestion: null }
        : null;
  return {
    places: [...places.values()],
    unclear,
    unplacedRows: unclear ? 0 : unplacedRows,
    foreign: [...foreign.values()],
  };
}

export interface FileNote {
  code:
    | 'foreign_register'
    | 'twin'
    | 'fewer_rows'
    | 'imported_before'
    | 'older_than_known'
    | 'rows_without_municipality';
  params: Record<string, string | number>;
}

interface DraftFile {
  id: string;
  name: string;
  municipalityCode: string | null;
  inspection: StoredInspection | null;
}

/** What is worth knowing of each file before the start, given the files beside it and what was imported before. */
export async function notesOf(db: DbOrTx, files: DraftFile[]): Promise<Map<string, FileNote[]>> {
  const usable = files.flatMap((file) => (file.inspection ? [{ ...file, inspection: file.inspection }] : []));
  const [registers, earlier] = await Promise.all([
    db.register.findMany({
      where: { instance: { in: usable.flatMap((file) => instancesOf(file).map(([, name]) => name)) } },
    }),
    db.$queryRaw<{ sha256: string; at: Date }[]>`
      SELECT f.inspection ->> 'sha256' AS sha256, max(r.finished_at) AS at
      FROM import_file f JOIN import_run r ON r.id = f.run_id
      WHERE r.state = 'DONE' AND f.inspection ->> 'sha256' = ANY (${usable.map((file) => file.inspection.sha256)})
      GROUP BY 1`,
  ]);
  const known = new Map(registers.map((register) => [`${register.platform} ${register.instance}`, register]));
  const imported = new Map(earlier.map(({ sha256, at }) => [sha256, at]));
  const stems = new Map<string, string[]>();
  for (const { name } of usable) stems.set(twinStem(name), [...(stems.get(twinStem(name)) ?? []), name]);

  return new Map(
    usable.map((file) => {
      const { inspection } = file;
      const notes: FileNote[] = [];
      const { foreign, unplacedRows } = placesOf(inspection, file.municipalityCode);
      for (const params of foreign) notes.push({ code: 'foreign_register', params });
      const twins = stems.get(twinStem(file.name)) ?? [];
      const twin = twins.find((name) => name !== file.name);
      if (twin !== undefined) notes.push({ code: 'twin', params: { file: twin } });
      const at = imported.get(inspection.sha256);
      if (at) notes.push({ code: 'imported_before', params: { at: at.toISOString() } });
      for (const [platform, instance, rows] of instancesOf(file)) {
        const register = known.get(`${platform} ${instance}`);
        if (!register?.lastScrapedAt || at) continue;
        if (inspection.scrapedTo !== null && register.lastScrapedAt > new Date(inspection.scrapedTo)) {
          notes.push({
            code: 'older_than_known',
            params: { register: instance, at: register.lastScrapedAt.toISOString() },
          });
        } else if (register.lastRows !== null && rows < register.lastRows * 0.7) {
          notes.push({
            code: 'fewer_rows',
            params: { register: instance, before: register.lastRows, now: rows },
          });
        }
      }
      if (unplacedRows > 0) notes.push({ code: 'rows_without_municipality', params: { rows: unplacedRows } });
      return [file.id, notes];
    }),
  );
}

/** Register instances as they will be stored: one without a host is told by its municipality's code. */
function instancesOf({ inspection, municipalityCode }: DraftFile & { inspection: StoredInspection }) {
  return inspection.sources.map((source): [string, string, number] => {
    const code = source.instance.startsWith('municipality:')
      ? placeOf(source, municipalityCode)?.code
      : undefined;
    return [source.platform, code ? `municipality:${code}` : source.instance, source.rows];
  });
}
