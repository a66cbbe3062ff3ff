// Before anything is written the operator sees what each file holds, where it will land, and what is unclear about it.
import type { DbOrTx } from '../context.ts';
import { type FileInspection, twinStem } from './inspect-file.ts';
import { suspiciousShare } from './registers-end.ts';
import { municipalityName, municipalityOf } from './row-municipality.ts';

/** What is kept of an inspected file; the checksum tells that the same file was imported before. */
export type StoredInspection = FileInspection & { sha256: string };
export interface Refusal {
  code: string;
  params: Record<string, unknown>;
}
export type Inspected =
  | { inspection: StoredInspection; refusal: null }
  | { inspection: null; refusal: Refusal };

export interface FileMunicipality {
  code: string;
  name: string;
  rows: number;
}
export interface FileMunicipalities {
  places: FileMunicipality[];
  /** Why a person must choose the municipality before the import can start; null when the file tells it. */
  unclear: { kind: 'ambiguous' | 'unknown'; names: string[]; suggestion: string | null } | null;
  /** Rows that tell no municipality, in a file whose other rows do; they will be refused one by one. */
  unplacedRows: number;
  foreign: { register: string; municipality: string; owner: string }[];
}

/** Where the rows of a file land; `chosen` is the operator's word and settles what was unclear. */
export function municipalitiesOf(
  { sources }: Pick<StoredInspection, 'sources'>,
  chosen: string | null,
): FileMunicipalities {
  const places = new Map<string, FileMunicipality>();
  const foreign = new Map<string, FileMunicipalities['foreign'][number]>();
  const ambiguous = new Set<string>();
  const unknown = new Set<string>();
  let suggestion: string | null = null;
  let unplacedRows = 0;
  for (const source of sources) {
    const found = municipalityOf(source, chosen);
    if (!found) {
      unknown.add(source.municipalityName);
      unplacedRows += source.rows;
      continue;
    }
    if (found.ambiguous) {
      ambiguous.add(source.municipalityName);
      suggestion ??= found.code;
      continue;
    }
    const name = municipalityName(found.code);
    const known = places.get(found.code) ?? { code: found.code, name, rows: 0 };
    places.set(found.code, { ...known, rows: known.rows + source.rows });
    if (found.home !== found.code) {
      const owner = municipalityName(found.home);
      foreign.set(`${found.code} ${source.instance}`, {
        register: source.instance,
        municipality: name,
        owner,
      });
    }
  }
  const unclear: FileMunicipalities['unclear'] =
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
  const sources = usable.flatMap(registersOf);
  const [registers, named, earlier] = await Promise.all([
    db.register.findMany({ where: { instance: { in: sources.map(({ instance }) => instance) } } }),
    countNamedAgain(db, sources),
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
      const { foreign, unplacedRows } = municipalitiesOf(inspection, file.municipalityCode);
      for (const params of foreign) notes.push({ code: 'foreign_register', params });
      const twins = stems.get(twinStem(file.name)) ?? [];
      const twin = twins.find((name) => name !== file.name);
      if (twin !== undefined) notes.push({ code: 'twin', params: { file: twin } });
      const at = imported.get(inspection.sha256);
      if (at) notes.push({ code: 'imported_before', params: { at: at.toISOString() } });
      for (const { platform, instance } of at ? [] : registersOf(file)) {
        const register = known.get(`${platform} ${instance}`);
        if (!register?.lastScrapedAt) continue;
        if (inspection.scrapedTo !== null && register.lastScrapedAt > new Date(inspection.scrapedTo)) {
          notes.push({
            code: 'older_than_known',
            params: { register: instance, at: register.lastScrapedAt.toISOString() },
          });
          continue;
        }
        const again = named.find(
          (one) => one.fileId === file.id && one.platform === platform && one.instance === instance,
        );
        if (again && again.now < again.before * suspiciousShare) {
          const { before, now } = again;
          notes.push({ code: 'fewer_rows', params: { register: instance, before, now } });
        }
      }
      if (unplacedRows > 0) notes.push({ code: 'rows_without_municipality', params: { rows: unplacedRows } });
      return [file.id, notes];
    }),
  );
}

interface FileRegister {
  fileId: string;
  platform: string;
  /** As the rows tell it, and as it will be stored: one without a host is told by its municipality's code. */
  told: string;
  instance: string;
}

/** The registers whose rows a file holds, each once. */
function registersOf({
  id: fileId,
  inspection,
  municipalityCode,
}: DraftFile & { inspection: StoredInspection }) {
  const registers = inspection.sources.map(({ platform, instance: told, municipalityName }): FileRegister => {
    const code = told.startsWith('municipality:')
      ? municipalityOf({ municipalityName, instance: told }, municipalityCode)?.code
      : undefined;
    return { fileId, platform, told, instance: code ? `municipality:${code}` : told };
  });
  return [...new Map(registers.map((one) => [`${one.platform} ${one.instance}`, one])).values()];
}

/**
 * How many associations each register had, and how many of them the staged file names: a register that renumbers itself
 * sends as many rows as before. Nothing of files whose staged rows are lost.
 */
const countNamedAgain = (db: DbOrTx, registers: FileRegister[]) => db.$queryRaw<
  { fileId: string; platform: string; instance: string; before: number; now: number }[]
>`
  WITH asked AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(registers)}::jsonb)
      AS a("fileId" uuid, platform platform, told text, instance text)
    WHERE EXISTS (SELECT 1 FROM import_row r WHERE r.file_id = "fileId")
  ), named AS MATERIALIZED (
    SELECT DISTINCT a."fileId", a.platform, a.instance, r.external_id
    FROM asked a JOIN import_row r ON r.file_id = a."fileId" AND r.platform = a.platform AND r.instance = a.told)
  SELECT a."fileId", a.platform::text, a.instance, count(*)::int AS before, count(n.external_id)::int AS now
  FROM asked a
  JOIN source_record s ON s.platform = a.platform AND s.instance = a.instance AND s.missing_since IS NULL
  LEFT JOIN named n ON n."fileId" = a."fileId" AND n.platform = s.platform AND n.instance = s.instance
    AND n.external_id = s.external_id
  GROUP BY 1, 2, 3`;
