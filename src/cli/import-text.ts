// The sentences that the import says on the command line.
import type { ImportWarning } from '#domain/imports/schema.ts';

const warnings: Record<ImportWarning['code'], (p: ImportWarning['params']) => string> = {
  host_of_other_municipality: (p) =>
    `${p.file}: the register ${p.register} belongs to ${p.owner}, but the file says ${p.municipality}; each association is listed under both.`,
  shared_register: (p) =>
    `${p.register} serves ${p.municipalities}: ${p.associations} associations are listed under each of them.`,
  fewer_rows: (p) =>
    `${p.register} named ${p.now} of its ${p.before} known associations: nothing is marked missing until a person confirms it.`,
  renumbered: (p) =>
    `${p.register}: ${p.gone} of ${p.before} are gone, ${p.sameNames} new bear their names: say on the run's screen whether they are the same.`,
  renamed: (p) => `${p.register}: "${p.before}" is gone, "${p.now}" is new: renamed?`,
  older_rows: (p) => `${p.rows} rows are older than what is known and changed nothing.`,
  in_trash: (p) => `${p.associations} associations lie in the trash: they stay there, brought up to date.`,
  twin_files: (p) =>
    `${p.file} came as JSON and as JSON Lines; of each association the JSON Lines row was taken.`,
};

export const warningText = ({ code, params }: ImportWarning): string => warnings[code](params);

const refusals: Record<string, string> = {
  not_json: 'the file is not JSON, or it is broken or cut off',
  not_utf8: 'the file is not UTF-8 text',
  not_records: 'the file is JSON, but not register records',
  empty: 'the file has no rows',
  too_large: 'the file is too large',
  too_many_rows: 'the file has too many rows',
  row_too_large: 'a row of the file is too large',
  too_deep: 'the file is nested too deeply',
  run_summary: 'the file is the summary of a scrape, not its records',
  flat_list: 'the file is a plain list of names, not register records',
  municipality_ambiguous: 'the file fits more than one municipality; say which with --municipality CODE',
  municipality_unknown: 'the file names no known municipality; say which with --municipality CODE',
};

export const refusalText = (code: string): string => (refusals[code] ? `${code}: ${refusals[code]}` : code);
