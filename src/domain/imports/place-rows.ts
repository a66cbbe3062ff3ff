// A place is worked out once for each spelling in a file. A file that fits several municipalities, or none, is refused whole
// and by name; a single row that tells none is refused alone.
import { foldedWords } from '#lib/search-words.ts';
import { Prisma } from '#prisma/client.ts';
import type { Tx } from '../context.ts';
import { municipalityOfInstance } from './identity.ts';
import { municipalityName, placeOf, type RowPlace } from './place.ts';
import type { ImportWarning } from './schema.ts';
import { insertPlaces, openSources } from './staging-sql.ts';

interface Source {
  file_id: string;
  municipality_name: string;
  instance: string;
}

interface FilePlacing {
  id: string;
  name: string;
  municipalityCode: string | null;
  placed: boolean;
  unplaced: boolean;
  /** The first name that fits several municipalities. */
  ambiguous: string | null;
  foreign: Map<string, ImportWarning>;
}

/** Resolves with what is worth telling of the files that were placed. */
export async function placeRows(tx: Tx, runId: string): Promise<ImportWarning[]> {
  const files = await tx.importFile.findMany({
    where: { runId, refusal: { equals: Prisma.DbNull } },
    select: { id: true, name: true, municipalityCode: true },
    orderBy: { position: 'asc' },
  });
  const placings = new Map(
    files.map((file): [string, FilePlacing] => [
      file.id,
      { ...file, placed: false, unplaced: false, ambiguous: null, foreign: new Map() },
    ]),
  );
  await tx.$executeRaw(openSources(runId));
  for (;;) {
    // Piece by piece, because a hostile file may name another place in every row.
    const sources = await tx.$queryRaw<Source[]>`FETCH 5000 FROM sources`;
    if (sources.length === 0) break;
    const places = sources.map((source) => placeSource(source, placings.get(source.file_id)));
    await tx.$executeRaw(insertPlaces(JSON.stringify(places)));
  }
  await tx.$executeRaw`CLOSE sources`;
  const usable: FilePlacing[] = [];
  for (const file of placings.values()) {
    if (file.ambiguous !== null || (file.unplaced && !file.placed)) await refuseFile(tx, runId, file);
    else usable.push(file);
  }
  return warningsOf(usable);
}

function placeSource(source: Source, file: FilePlacing | undefined) {
  const { file_id, municipality_name, instance } = source;
  const found = placeOf({ municipalityName: municipality_name, instance }, file?.municipalityCode);
  if (file) note(file, source, found);
  const place = found?.ambiguous ? null : found;
  return {
    file_id,
    municipality_name,
    instance,
    // A register without a host of its own is told by its municipality's code, however the name was spelled.
    register: place && (municipalityOfInstance(instance) === null ? instance : `municipality:${place.code}`),
    municipality_code: place?.code,
    home_code: place?.home,
    home_words: place && foldedWords(municipalityName(place.home)),
  };
}

function note(file: FilePlacing, { municipality_name, instance }: Source, place: RowPlace | null): void {
  if (!place) {
    file.unplaced = true;
    return;
  }
  file.placed = true;
  if (place.ambiguous) file.ambiguous ??= municipality_name;
  if (place.home === place.code) return;
  file.foreign.set(`${place.code} ${instance}`, {
    code: 'host_of_other_municipality',
    params: {
      file: file.name,
      register: instance,
      municipality: municipalityName(place.code),
      owner: municipalityName(place.home),
    },
  });
}

async function refuseFile(tx: Tx, runId: string, { id, ambiguous }: FilePlacing): Promise<void> {
  const refusal =
    ambiguous !== null
      ? { code: 'municipality_ambiguous', params: { municipality: ambiguous } }
      : { code: 'municipality_unknown', params: {} };
  await tx.importFile.updateMany({ where: { id }, data: { refusal, rows: 0 } });
  await tx.importIssue.deleteMany({ where: { runId, fileId: id } });
}

function warningsOf(files: FilePlacing[]): ImportWarning[] {
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
