// The municipality is worked out once for each spelling in a file. A file that fits several municipalities, or none, is refused whole
// and by name; a single row that tells none is refused alone.
import { foldedWords } from '#lib/search-words.ts';
import { Prisma } from '#prisma/client.ts';
import type { Tx } from '../context.ts';
import { municipalityOfInstance } from './identity.ts';
import { municipalityName, municipalityOf, type RowMunicipality } from './row-municipality.ts';
import type { ImportWarning } from './schema.ts';
import { insertMunicipalities, openSources } from './staging-sql.ts';

interface Source {
  file_id: string;
  municipality_name: string;
  instance: string;
}

interface FileAssignment {
  id: string;
  name: string;
  municipalityCode: string | null;
  assigned: boolean;
  unassigned: boolean;
  /** The first name that fits several municipalities. */
  ambiguous: string | null;
  foreign: Map<string, ImportWarning>;
}

/** Resolves with what is worth telling of the files that were assigned. */
export async function assignMunicipalities(tx: Tx, runId: string): Promise<ImportWarning[]> {
  const files = await tx.importFile.findMany({
    where: { runId, refusal: { equals: Prisma.DbNull } },
    select: { id: true, name: true, municipalityCode: true },
    orderBy: { position: 'asc' },
  });
  const assignments = new Map(
    files.map((file): [string, FileAssignment] => [
      file.id,
      { ...file, assigned: false, unassigned: false, ambiguous: null, foreign: new Map() },
    ]),
  );
  await tx.$executeRaw(openSources(runId));
  for (;;) {
    // Piece by piece, because a hostile file may name another municipality in every row.
    const sources = await tx.$queryRaw<Source[]>`FETCH 5000 FROM sources`;
    if (sources.length === 0) break;
    const municipalities = sources.map((source) => assignSource(source, assignments.get(source.file_id)));
    await tx.$executeRaw(insertMunicipalities(JSON.stringify(municipalities)));
  }
  await tx.$executeRaw`CLOSE sources`;
  const usable: FileAssignment[] = [];
  for (const file of assignments.values()) {
    if (file.ambiguous !== null || (file.unassigned && !file.assigned)) await refuseFile(tx, runId, file);
    else usable.push(file);
  }
  return warningsOf(usable);
}

function assignSource(source: Source, file: FileAssignment | undefined) {
  const { file_id, municipality_name, instance } = source;
  const found = municipalityOf({ municipalityName: municipality_name, instance }, file?.municipalityCode);
  if (file) note(file, source, found);
  const municipality = found?.ambiguous ? null : found;
  return {
    file_id,
    municipality_name,
    instance,
    // A register without a host of its own is told by its municipality's code, however the name was spelled.
    register:
      municipality &&
      (municipalityOfInstance(instance) === null ? instance : `municipality:${municipality.code}`),
    municipality_code: municipality?.code,
    home_code: municipality?.home,
    home_words: municipality && foldedWords(municipalityName(municipality.home)),
  };
}

function note(
  file: FileAssignment,
  { municipality_name, instance }: Source,
  municipality: RowMunicipality | null,
): void {
  if (!municipality) {
    file.unassigned = true;
    return;
  }
  file.assigned = true;
  if (municipality.ambiguous) file.ambiguous ??= municipality_name;
  if (municipality.home === municipality.code) return;
  file.foreign.set(`${municipality.code} ${instance}`, {
    code: 'host_of_other_municipality',
    params: {
      file: file.name,
      register: instance,
      municipality: municipalityName(municipality.code),
      owner: municipalityName(municipality.home),
    },
  });
}

async function refuseFile(tx: Tx, runId: string, { id, ambiguous }: FileAssignment): Promise<void> {
  const refusal =
    ambiguous !== null
      ? { code: 'municipality_ambiguous', params: { municipality: ambiguous } }
      : { code: 'municipality_unknown', params: {} };
  await tx.importFile.updateMany({ where: { id }, data: { refusal, rows: 0 } });
  await tx.importIssue.deleteMany({ where: { runId, fileId: id } });
}

function warningsOf(files: FileAssignment[]): ImportWarning[] {
  const stems = new Map<string, number>();
  for (const { name } of files) {
    const stem = name.replace(/\.jsonl?$/i, '');
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  const twins = [...stems]
    .filter(([, count]) => count > 1)
    .map(([file]): ImportWarning => ({ code: 'twin_files', params: { file } }));
  return [...twins, ...files.flatMap(({ foreign }) => [...foreign.values()])];
}
