// Where a register's row belongs: the operator's word, else what the row itself tells; a register keeps its own home.
import { foldText } from '#lib/fold.ts';
import { MUNICIPALITIES, REGISTERS } from '../municipalities/reference.ts';
import { createMunicipalityResolver, type MunicipalityResolution } from '../municipalities/resolve.ts';
import type { NormalizedRecord } from './record.ts';

const resolveMunicipality = createMunicipalityResolver(MUNICIPALITIES, REGISTERS);
const names = new Map(MUNICIPALITIES.map(({ code, name }) => [code, name]));
export const municipalityName = (code: string): string => names.get(code) ?? code;

const municipalityInstance = /^municipality:/;
const foldHost = (name: string) => foldText(name).replace(/[^a-z]/g, '');

export interface RowMunicipality {
  code: string;
  /** The municipality whose register it is, when the host tells; else the same as `code`. */
  home: string;
  ambiguous: boolean;
}

/** Where a row belongs: the operator's choice, else code, name and host (resolve.ts). Null when nothing tells. */
export function municipalityOf(
  record: Pick<NormalizedRecord, 'municipalityName' | 'instance'>,
  chosen?: string | null,
): RowMunicipality | null {
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
