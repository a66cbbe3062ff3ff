// Reads a run's files into staging. A file is taken whole or refused whole; every row names the municipality it is listed in.
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.ts';
import { MUNICIPALITIES, REGISTERS } from '../municipalities/reference.ts';
import { createMunicipalityResolver, type MunicipalityResolution } from '../municipalities/resolve.ts';
import { createDuplicateFinder } from './duplicates.ts';
import { RegisterFileRefused, readRegisterFile } from './parse-file.ts';
import type { NormalizedRecord } from './record.ts';
import type { StagedRow } from './staging-area.ts';

const resolveMunicipality = createMunicipalityResolver(MUNICIPALITIES, REGISTERS);
const names = new Map(MUNICIPALITIES.map(({ code, name }) => [code, name]));
export const municipalityName = (code: string): string => names.get(code) ?? code;

const municipalityInstance = /^municipality:/;
const foldHost = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

export interface RowPlace {
  code: string;
  /** The municipality whose register it is, when the host tells; else the same as `code`. */
  home: string;
  ambiguous: boolean;
}

/** Where a row belongs: the operator's choice, else code, name and host (resolve.ts). Null when nothing tells. */
export function placeOf(
  record: Pick<NormalizedRecord, 'municipalityName' | 'instance'>,
  chosen?: string | null,
): RowPlace | null {
  const host = municipalityInstance.test(record.instance) ? null : record.instance;
  const found: MunicipalityResolution | null = resolveMunicipality(
    chosen ? { code: chosen, host } : { name: record.municipalityName, host },
  );
  if (!found) return null;
  const owners = found.hostOwners;
  const named = owners.filter(
    (code) => host !== null && foldHost(host).includes(foldHost(municipalityName(code))),
  );
  const home =
    owners.length === 0 ? found.code : (named[0] ?? (owners.includes(found.code) ? found.code : owners[0]));
  return { code: found.code, home: home ?? found.code, ambiguous: found.ambiguous && !chosen };
}

export interface FileToStage {
  id: string;
  position: number;
  name: string;
  storageKey: string;
  municipalityCode: string | null;
}

export interface RefusedRow {
  fileId: string;
  row: number;
  code: string;
  detail: string;
}

export interface StagedFile {
  rows: number;
  refusal: { code: string; params: Record<string, unknown> } | null;
  refusedRows: RefusedRow[];
  /** Distinct (listed, home, host) where they differ: the register belongs to another municipality. */
  foreign: { code: string; home: string; host: string }[];
}

const maxRefusedRows = 1_000;

/** Stages one file from sequence number `firstSeq`. Refusals are an answer; only what is unavailable throws. */
export async function stageFile(
  { providers }: Pick<Context, 'providers'>,
  runId: string,
  file: FileToStage,
  firstSeq: number,
): Promise<StagedFile> {
  const staged: StagedFile = { rows: 0, refusal: null, refusedRows: [], foreign: [] };
  const foreign = new Map<string, { code: string; home: string; host: string }>();
  const refuseRow = (row: number, code: string, detail: string) => {
    if (staged.refusedRows.length < maxRefusedRows)
      staged.refusedRows.push({ fileId: file.id, row, code, detail });
  };
  async function* rows(): AsyncGenerator<StagedRow> {
    let seq = firstSeq;
    let unplaced = 0;
    const duplicates = createDuplicateFinder();
    for await (const read of readRegisterFile(file.name, () => providers.storage.open(file.storageKey))) {
      if ('refused' in read) {
        refuseRow(read.row, read.refused.reason, read.refused.detail);
        continue;
      }
      const { record } = read;
      const place = placeOf(record, file.municipalityCode);
      if (!place) {
        unplaced += 1;
        refuseRow(read.row, 'municipality_unknown', record.municipalityName);
        continue;
      }
      if (place.ambiguous) {
        throw new RegisterFileRefused('municipality_ambiguous', { municipality: record.municipalityName });
      }
      if (place.home !== place.code) {
        const host = record.instance;
        foreign.set(`${place.code} ${host}`, { code: place.code, home: place.home, host });
      }
      const repeated = duplicates.see(record);
      if (repeated)
        record.issues.push({ code: repeated, field: 'name', value: record.association.name.slice(0, 200) });
      // A register without a host of its own is told by its municipality's code, however the name was spelled.
      if (municipalityInstance.test(record.instance)) record.instance = `municipality:${place.code}`;
      yield {
        seq,
        fileId: file.id,
        row: read.row,
        fileRank: /\.jsonl$/i.test(file.name) ? 1 : 0,
        municipalityCode: place.code,
        homeCode: place.home,
        newId: uuidv7(),
        contactIds: record.contacts.map(() => uuidv7()),
        record,
      };
      seq += 1;
    }
    if (seq === firstSeq && unplaced > 0) throw new RegisterFileRefused('municipality_unknown', {});
  }
  try {
    staged.rows = await providers.staging.write(runId, rows());
  } catch (error) {
    if (!(error instanceof RegisterFileRefused)) throw error;
    staged.refusal = { code: error.code, params: error.params };
    staged.refusedRows = [];
    return staged;
  }
  staged.foreign = [...foreign.values()];
  return staged;
}
