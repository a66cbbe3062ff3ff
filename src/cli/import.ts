// `import PATH...`: the same operations as the screen, and one object (or a few lines) that say what came of it.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '#domain/context.ts';
import { isDomainError } from '#domain/errors.ts';
import { discardImport, draftImport, removeImportFile, startImport } from '#domain/imports/commands.ts';
import { municipalitiesOf } from '#domain/imports/inspect.ts';
import { runImport } from '#domain/imports/jobs.ts';
import { getImport } from '#domain/imports/queries.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { sweepImportFiles } from '#domain/imports/sweep.ts';
import { TryLater } from '#domain/job.ts';
import { MUNICIPALITIES } from '#domain/municipalities/reference.ts';
import { concurrentMap } from '#lib/concurrent-map.ts';
import { refusalText, warningText } from './import-text.ts';

export interface ImportOptions {
  json?: boolean;
  /** Code of the municipality for files that do not tell theirs. */
  municipality?: string;
}

export interface CommandIo {
  /** Opened only once the paths are known to be there. Acts as the system. */
  context(): Promise<Context>;
  /** A line on standard output. */
  print(line: string): void;
  /** A line on standard error. */
  say(line: string): void;
}

interface FoundFile {
  path: string;
  name: string;
}
interface RefusedFile {
  file: string;
  reason: string;
}

/** Resolves with the exit code: 0 done, 1 nothing could be imported or the run failed, 2 wrong call. */
export async function importCommand(paths: string[], options: ImportOptions, io: CommandIo): Promise<number> {
  const begun = performance.now();
  const { municipality } = options;
  if (municipality !== undefined && !MUNICIPALITIES.some(({ code }) => code === municipality)) {
    return wrongCall(io, `There is no municipality with the code ${municipality}.`);
  }
  const files: FoundFile[] = [];
  for (const path of paths) {
    const found = await findFiles(path);
    if (found === null) return wrongCall(io, `There is no file or folder ${path}.`);
    if (found.length === 0) return wrongCall(io, `The folder ${path} holds no .json or .jsonl file.`);
    files.push(...found);
  }
  if (files.length === 0) return wrongCall(io, 'Say which files or folders to import.');

  const context = await io.context();
  const say = options.json ? () => {} : io.say;
  const { runId } = await draftImport(context, {});
  const { refused, choices } = await addFiles(context, runId, files, municipality, say);
  if (refused.length === files.length) {
    await discardImport(context, { runId });
    await sweepImportFiles(context);
    report(io, options, { ...emptyResult(files.length, refused), seconds: secondsSince(begun) });
    return 1;
  }
  await startImport(context, { runId, municipalities: choices });
  await runToTheEnd(context, runId, say);
  const result = await resultOf(context, runId, files.length, refused);
  report(io, options, { ...result, seconds: secondsSince(begun) });
  return result.state === 'DONE' ? 0 : 1;
}

function wrongCall(io: CommandIo, line: string): number {
  io.say(line);
  return 2;
}

/** A file as it is; of a folder everything below it that is named like a register file. Null when there is nothing. */
async function findFiles(path: string): Promise<FoundFile[] | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  if (!found.isDirectory()) return [{ path, name: basename(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.jsonl?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: relative(path, file).slice(-255) }));
}

async function addFiles(
  context: Context,
  runId: string,
  files: FoundFile[],
  municipality: string | undefined,
  say: (line: string) => void,
) {
  const refused: RefusedFile[] = [];
  const choices: Record<string, string> = {};
  const refuse = (file: string, code: string) => {
    refused.push({ file, reason: refusalText(code) });
    say(`  refused  ${file}: ${refusalText(code)}`);
  };
  const receiving = concurrentMap(files, ({ path, name }, after) =>
    receiveImportFile(context, {
      runId,
      name,
      bytes: createReadStream(path, { highWaterMark: 256 * 1024 }),
      after,
    }),
  );
  for await (const { item, result } of receiving) {
    const { name } = item;
    try {
      const { fileId, inspection, refusal } = await result();
      if (refusal) {
        refuse(name, refusal.code);
        continue;
      }
      const { unclear } = municipalitiesOf(inspection, null);
      if (unclear && municipality) choices[fileId] = municipality;
      if (unclear && !municipality) {
        await removeImportFile(context, { runId, fileId });
        refuse(name, `municipality_${unclear.kind}`);
        continue;
      }
      say(`  read     ${name}: ${inspection.rows} rows`);
    } catch (error) {
      if (!isDomainError(error) || error.messageKey !== 'fileTooLarge') throw error;
      refuse(name, 'too_large');
    }
  }
  return { refused, choices };
}

const ended = new Set(['DONE', 'FAILED', 'CANCELLED']);

/** Works here; where a worker took the run first, waits for it, and takes over should that one die. */
async function runToTheEnd(context: Context, runId: string, say: (line: string) => void): Promise<void> {
  const progress = setInterval(() => {
    getImport(context, { runId }).then(
      ({ progress: { merged, rowsToMerge, stagedRows } }) =>
        say(rowsToMerge > 0 ? `  merged   ${merged} of ${rowsToMerge}` : `  staged   ${stagedRows} rows`),
      () => {},
    );
  }, 2_000);
  try {
    for (let failures = 0; ; ) {
      try {
        await runImport(context, { runId });
      } catch (error) {
        if (error instanceof TryLater) await pause(error.afterMs);
        else failures += 1;
        if (failures >= 5) throw error;
      }
      if (ended.has((await getImport(context, { runId })).state)) return;
      await pause(300);
    }
  } finally {
    clearInterval(progress);
  }
}

function emptyResult(files: number, refusedFiles: RefusedFile[]) {
  const none = { created: 0, updated: 0, unchanged: 0 };
  return {
    runId: null as string | null,
    state: 'REFUSED' as string,
    files,
    rows: 0,
    refusedFiles,
    associations: { ...none },
    contacts: { ...none },
    missing: 0,
    inTrash: 0,
    issues: {} as Record<string, number>,
    warnings: [] as ({ code: string; message: string } & Record<string, unknown>)[],
  };
}

type ImportResult = ReturnType<typeof emptyResult>;

async function resultOf(
  context: Context,
  runId: string,
  files: number,
  early: RefusedFile[],
): Promise<ImportResult> {
  const run = await getImport(context, { runId });
  // A file may still turn out broken in the middle while it is staged.
  const late = run.files
    .filter((file) => file.refusal !== null && !early.some(({ file: name }) => name === file.name))
    .map((file) => ({ file: file.name, reason: refusalText(file.refusal?.code ?? '') }));
  return {
    runId,
    state: run.state,
    files,
    rows: run.rows,
    refusedFiles: [...early, ...late],
    associations: run.counts.associations,
    contacts: run.counts.contacts,
    missing: run.counts.missing,
    inTrash: run.counts.inTrash,
    issues: run.issueCounts,
    warnings: run.warnings.map((warning) => ({
      code: warning.code,
      ...warning.params,
      message: warningText(warning),
    })),
  };
}

const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 10) / 100;

function report(io: CommandIo, { json }: ImportOptions, result: ImportResult & { seconds: number }): void {
  if (json) {
    io.print(JSON.stringify(result));
    return;
  }
  const { associations, contacts, issues } = result;
  const counts = (of: typeof associations) =>
    `${of.created} new, ${of.updated} changed, ${of.unchanged} unchanged`;
  const problems = Object.values(issues).reduce((sum, n) => sum + n, 0);
  io.print(
    `${result.state === 'DONE' ? 'Imported' : `The import ended as ${result.state}`} in ${result.seconds} s`,
  );
  io.print(
    `  files         ${result.files - result.refusedFiles.length} of ${result.files}, ${result.rows} rows`,
  );
  io.print(`  associations  ${counts(associations)}`);
  io.print(`  contacts      ${counts(contacts)}`);
  io.print(`  problems      ${problems}${problems > 0 ? ' (see the run on the screen Importer)' : ''}`);
  for (const { file, reason } of result.refusedFiles) io.print(`  refused       ${file}: ${reason}`);
  for (const { message } of result.warnings) io.print(`  note          ${message}`);
}
