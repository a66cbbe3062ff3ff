// What people see of an import: a draft's files before the start, the progress while it runs, every problem afterwards.
import { z } from 'zod';
import type { Prisma } from '#prisma/client.ts';
import type { Context, DbOrTx } from '../context.ts';
import { notFound } from '../errors.ts';
import { query } from '../operation.ts';
import { keysetPage } from '../paging.ts';
import { removedFile } from './commands.ts';
import { municipalitiesOf, notesOf, type Refusal, type StoredInspection } from './inspect.ts';
import { type ImportCounts, noCounts } from './merge.ts';
import { findImport, requireDraft } from './records.ts';
import { type HeldRegister, ImportId, type ImportWarning, ListImportIssues, ListImports } from './schema.ts';

/** Asked before an upload is read: may this person add files to this run? */
export const readDraft = query({
  name: 'import.readDraft',
  input: ImportId,
  allow: 'import.run',
  internal: 'the upload asks it before it reads the body',
  async run({ db }, { runId }) {
    await requireDraft(db, runId);
    return { runId };
  },
});

type Run = Awaited<ReturnType<typeof findImport>>;

export const getImport = query({
  name: 'import.get',
  input: ImportId,
  allow: 'import.read',
  async run({ db }, { runId }) {
    const run = await findImport(db, runId);
    if (isDiscarded(run)) throw notFound('import');
    const names = await namesOf(db, [run.startedById]);
    return {
      ...summaryOf(run, names),
      files: await filesOf(db, run),
      warnings: run.warnings as unknown as ImportWarning[],
    };
  },
});

export const listImports = query({
  name: 'import.list',
  input: ListImports,
  allow: 'import.read',
  async run({ db, actor }, wanted) {
    const mine: Prisma.ImportRunWhereInput[] =
      actor.type === 'user' ? [{ state: 'DRAFT', startedById: actor.id }] : [];
    const { rows, nextCursor } = await keysetPage(wanted, {
      read: (after, count) =>
        db.importRun.findMany({
          where: {
            OR: [
              { state: { not: 'DRAFT' }, startedAt: { not: null } },
              ...mine.map((own) => ({ ...own, files: { some: {} } })),
            ],
            ...(after && { id: { lt: after.id } }),
          },
          include: { files: { orderBy: { position: 'asc' } } },
          orderBy: { id: 'desc' },
          take: count,
        }),
      // Ids grow with time: the order needs no other value.
      cursorOf: ({ id }) => ({ value: null, id }),
    });
    const names = await namesOf(
      db,
      rows.map((run) => run.startedById),
    );
    return {
      rows: rows.map((run) => ({
        ...summaryOf(run, names),
        files: shownFiles(run)
          .map(({ name }) => name)
          .slice(0, 3),
      })),
      nextCursor,
    };
  },
});

const IssueId = z.templateLiteral([z.uuid(), ':', z.int(), ':', z.int()]);
const issueId = ({ fileId, row, seq }: { fileId: string; row: number; seq: number }) =>
  `${fileId}:${row}:${seq}`;

export const listImportIssues = query({
  name: 'import.issues',
  input: ListImportIssues,
  allow: 'import.read',
  async run({ db }, { runId, code, fileId, ...wanted }) {
    const run = await findImport(db, runId);
    const { rows, nextCursor } = await keysetPage(wanted, {
      Id: IssueId,
      read: (after, count) =>
        db.importIssue.findMany({
          where: {
            runId,
            ...(code && { code }),
            ...(fileId && { fileId }),
            ...(after && issuesAfter(after.id)),
          },
          orderBy: [{ fileId: 'asc' }, { row: 'asc' }, { seq: 'asc' }],
          take: count,
        }),
      cursorOf: (issue) => ({ value: null, id: issueId(issue) }),
    });
    const fileNames = new Map(run.files.map((file) => [file.id, file.name]));
    return {
      rows: rows.map((issue) => ({
        id: issueId(issue),
        file: fileNames.get(issue.fileId) ?? '',
        row: issue.row,
        code: issue.code,
        field: issue.field,
        value: issue.value,
        name: issue.name,
        /** The whole row was left out, not only a value of it. */
        refused: issue.seq < 0,
      })),
      nextCursor,
    };
  },
});

function issuesAfter(id: string): Prisma.ImportIssueWhereInput {
  const [fileId = '', row = '', seq = ''] = id.split(':');
  return {
    OR: [
      { fileId: { gt: fileId } },
      { fileId, row: { gt: Number(row) } },
      { fileId, row: Number(row), seq: { gt: Number(seq) } },
    ],
  };
}

const isDiscarded = (run: Run) => run.state === 'CANCELLED' && run.startedAt === null;

const refusalOf = (file: Run['files'][number]) => file.refusal as Refusal | null;
const shownFiles = (run: Run) => run.files.filter((file) => refusalOf(file)?.code !== removedFile);

function summaryOf(run: Run, names: Map<string, string>) {
  const files = shownFiles(run);
  const {
    id,
    state,
    channel,
    rows,
    stagedRows,
    rowsToMerge,
    cursor,
    error,
    createdAt,
    startedAt,
    finishedAt,
  } = run;
  const counts: ImportCounts = { ...noCounts(), ...(run.counts as Partial<ImportCounts>) };
  return {
    runId: id,
    state,
    channel,
    startedBy: run.startedById === null ? null : (names.get(run.startedById) ?? null),
    fileCount: files.length,
    refusedFiles: files.filter((file) => file.refusal !== null).length,
    rows: state === 'DRAFT' ? files.reduce((sum, file) => sum + (inspectionOf(file)?.rows ?? 0), 0) : rows,
    progress: {
      expectedRows: files.reduce((sum, file) => sum + expectedRows(file), 0),
      stagedRows,
      rowsToMerge,
      merged: cursor + 1,
    },
    counts,
    issueCounts: run.issueCounts as Record<string, number>,
    held: run.held as unknown as HeldRegister[],
    error,
    createdAt,
    startedAt,
    finishedAt,
  };
}

const inspectionOf = (file: Run['files'][number]) => file.inspection as unknown as StoredInspection | null;
const expectedRows = (file: Run['files'][number]) => {
  const inspection = file.refusal === null ? inspectionOf(file) : null;
  return inspection ? inspection.rows - inspection.refusedRows : 0;
};

async function filesOf(db: DbOrTx, run: Run) {
  const files = shownFiles(run).map((file) => ({ ...file, inspection: inspectionOf(file) }));
  const notes = run.state === 'DRAFT' ? await notesOf(db, files) : new Map<string, never>();
  return files.map(({ id, name, size, rows, municipalityCode, inspection, ...file }) => ({
    id,
    name,
    size,
    rows,
    municipalityCode,
    refusal: file.refusal as Refusal | null,
    contents: inspection && {
      rows: inspection.rows,
      refusedRows: inspection.refusedRows,
      refusedReasons: inspection.refusedReasons,
      contacts: inspection.contacts,
      incomplete: inspection.incomplete,
      platforms: Object.keys(inspection.platforms),
      hosts: Object.keys(inspection.hosts).slice(0, 20),
      scrapedFrom: inspection.scrapedFrom,
      scrapedTo: inspection.scrapedTo,
      issues: inspection.issues as Record<string, number>,
      ...municipalitiesOf(inspection, municipalityCode),
    },
    notes: notes.get(id) ?? [],
  }));
}

async function namesOf(db: Context['db'], ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  const users = await db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
