import { expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import {
  asSystem,
  draftWith,
  importRecords,
  registerContact,
  registerRecord,
} from '#tests/support/register-records.ts';
import { discardImport, removeImportFile, startImport } from './commands.ts';
import { runImport } from './jobs.ts';
import { getImport, listImportIssues } from './queries.ts';
import { hasLeftovers, sweepImportFiles, sweepImports } from './sweep.ts';

const records = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => registerRecord(from + index));
const stagedFiles = async ({ db }: Context) =>
  (
    await db.importRow.findMany({
      select: { fileId: true },
      distinct: ['fileId'],
      orderBy: { fileId: 'asc' },
    })
  ).map(({ fileId }) => fileId);

it('reads a file once: what was staged when it came in is what is merged', async () => {
  const context = await testContext('manager');
  const { runId } = await draftWith(context, [{ name: 'a.json', content: records(1, 3) }]);
  expect(await context.db.importRow.count()).toBe(3);
  await startImport(context, { runId });
  const system = asSystem(context);
  const storage = {
    ...context.providers.storage,
    open: () => {
      throw new Error('read twice');
    },
  };
  await runImport({ ...system, providers: { ...system.providers, storage } }, { runId });
  expect(await getImport(context, { runId })).toMatchObject({ state: 'DONE', rows: 3 });
  expect(await context.db.association.count()).toBe(3);
  expect(await context.db.importRow.count()).toBe(0);
});

it('keeps the staged rows of a file that was taken away, of a discarded draft and of no file no longer than its bytes', async () => {
  const context = await testContext('manager');
  const { db } = context;
  const { runId, files } = await draftWith(context, [
    { name: 'a.json', content: records(1, 2) },
    { name: 'b.json', content: records(3, 2) },
  ]);
  const [kept, removed] = files.map(({ fileId }) => fileId);
  await removeImportFile(context, { runId, fileId: removed ?? '' });
  await sweepImportFiles(asSystem(context));
  expect(await stagedFiles(context)).toEqual([kept]);

  // A process that died before the file was written down: it may be on its way in, until its run is gone.
  const lost = crypto.randomUUID();
  await db.$executeRaw`UPDATE import_row SET file_id = ${lost}::uuid WHERE row = 2`;
  expect(await hasLeftovers(db, context.now())).toBe(false);
  await db.$executeRaw`UPDATE import_row SET run_id = ${crypto.randomUUID()}::uuid WHERE file_id = ${lost}::uuid`;
  expect(await hasLeftovers(db, context.now())).toBe(true);
  await sweepImports(asSystem(context));
  expect(await stagedFiles(context)).toEqual([kept]);
  expect(await hasLeftovers(db, context.now())).toBe(false);

  await discardImport(context, { runId });
  await sweepImportFiles(asSystem(context));
  expect(await stagedFiles(context)).toEqual([]);
});

it('stages again, with its problems once, where the rows of one file were lost', async () => {
  const context = await testContext('manager');
  const nameless = registerRecord(9, { association: { name: '' } });
  const { runId, files } = await draftWith(context, [
    { name: 'a.json', content: [...records(1, 2), nameless] },
    { name: 'b.json', content: records(3, 2) },
  ]);
  await startImport(context, { runId });
  await context.db.importRow.deleteMany({ where: { fileId: files[0]?.fileId ?? '', row: 1 } });
  await runImport(asSystem(context), { runId });
  expect(await context.db.association.count()).toBe(4);
  const { rows } = await listImportIssues(context, { runId });
  expect(rows).toMatchObject([{ row: 3, code: 'no_name', refused: true, file: 'a.json' }]);
});

it('leaves out rows that tell no municipality, names them, and takes the others', async () => {
  const context = await testContext('manager');
  const nowhere = (id: number) =>
    registerRecord(id, {
      municipality: 'Ingenstans',
      association: { detail_url: `https://register.ingenstans.example/Association/${id}` },
    });
  const run = await importRecords(context, [...records(1, 2), nowhere(3), nowhere(4)]);
  expect(run).toMatchObject({ state: 'DONE', rows: 2, issueCounts: { municipality_unknown: 2 } });
  const { rows } = await listImportIssues(context, { runId: run.runId });
  expect(rows.map(({ row, value, refused }) => [row, value, refused])).toEqual([
    [3, 'Ingenstans', true],
    [4, 'Ingenstans', true],
  ]);
  expect(await context.db.association.count()).toBe(2);
});

it('writes the search text, types and quality that the database would make, in any alphabet', async () => {
  const context = await testContext('manager');
  const named = (id: number, name: string, contact: string) =>
    registerRecord(id, {
      association: { name, types: ['Idrottsförening', 'Kulturförening'], org_number: '802000-0006' },
      contacts: [registerContact(contact, { contact_person_phone: '0270-12 34 56' })],
    });
  await importRecords(context, [
    named(1, '(Åsele) Ökenryttare & Vänner – “Björnarna”', 'Älva Ödmjuksson'),
    named(2, 'Спартак Bollnäs №1', 'Łukasz Provsson'),
    registerRecord(3, { association: { name: 'Blåvalen 1e5abc', email: null, phone: null }, contacts: [] }),
  ]);
  const derived = () => context.db.$queryRaw<unknown[]>`
    SELECT a.name, a.quality_score, a.has_email, s.words::text, s.folded,
      ARRAY(SELECT type FROM association_type t WHERE t.association_id = a.id ORDER BY type) AS types
    FROM association a JOIN association_search s ON s.association_id = a.id ORDER BY a.seq`;
  const written = await derived();
  await context.db.$executeRaw`DELETE FROM association_search`;
  await context.db.$executeRaw`DELETE FROM association_type`;
  await context.db.$executeRaw`UPDATE association SET quality_score = 0, has_email = NOT has_email`;
  await context.db.$executeRaw`SELECT refresh_association_index(ARRAY(SELECT id FROM association))`;
  expect(written).toHaveLength(3);
  expect(written).toEqual(await derived());
});
