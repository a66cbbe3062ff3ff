import { expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import { drain } from '#tests/support/drain.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import {
  asSystem,
  draftWith,
  importFiles,
  importRecords,
  registerRecord,
  startWith,
} from '#tests/support/register-records.ts';
import { toDomainError } from '../database-errors.ts';
import { TryLater } from '../job.ts';
import { cancelImport, discardImport, draftImport, removeImportFile, startImport } from './commands.ts';
import { runImport } from './jobs.ts';
import { batchSize } from './merge-batches.ts';
import { getImport, listImportIssues, listImports } from './queries.ts';
import { receiveImportFile } from './receive.ts';
import { takeImport } from './records.ts';
import { beginStaging } from './staging.ts';
import { hasLeftovers, sweepImportFiles, sweepImports } from './sweep.ts';

const records = (count: number, change: Parameters<typeof registerRecord>[1] = {}) =>
  Array.from({ length: count }, (_, index) => registerRecord(index + 1, change));

/** Fails inside the `nth` batch, as a killed worker would leave it: that batch rolled back, those before it done. */
function dyingAt(context: Context, nth: number): Context {
  let batches = 0;
  const db = new Proxy(context.db, {
    get(target, key, receiver) {
      if (key !== '$transaction') return Reflect.get(target, key, receiver);
      return (work: (tx: unknown) => Promise<unknown>, options: object) =>
        target.$transaction(async (tx) => {
          const result = await work(tx);
          const [found] = await tx.$queryRaw<
            { cursor: number }[]
          >`SELECT cursor FROM import_run WHERE cursor >= 0`;
          if (found && ++batches === nth) throw new Error('killed');
          return result;
        }, options);
    },
  });
  return { ...asSystem(context), db };
}

it('resumes after a kill without doubles, and with the counts of an undisturbed run', async () => {
  const context = await testContext('manager');
  const runId = await startWith(context, [{ name: 'many.json', content: records(batchSize + 500) }]);
  await expect(runImport(dyingAt(context, 2), { runId })).rejects.toThrow('killed');
  expect(await getImport(context, { runId })).toMatchObject({
    state: 'MERGING',
    progress: { merged: batchSize },
  });

  expect(await drain(context)).toEqual(['import.run']);

  const run = await getImport(context, { runId });
  expect(run.counts.associations).toEqual({ created: batchSize + 500, updated: 0, unchanged: 0 });
  expect(await context.db.association.count()).toBe(batchSize + 500);
  expect(await context.db.contact.count()).toBe(batchSize + 500);
  expect((await writtenEvents(context.db)).map(({ name }) => name)).toEqual([
    'import.started',
    'import.merged',
    'import.merged',
    'import.finished',
  ]);
});

it('leaves nothing of a batch that failed', async () => {
  const context = await testContext('manager');
  const runId = await startWith(context, [{ name: 'many.json', content: records(batchSize + 500) }]);
  await expect(runImport(dyingAt(context, 1), { runId })).rejects.toThrow('killed');
  expect(await context.db.association.count()).toBe(0);
  await runImport(asSystem(context), { runId });
  expect((await getImport(context, { runId })).counts.associations.created).toBe(batchSize + 500);
  expect(await context.db.association.count()).toBe(batchSize + 500);
});

it('merges only when no other run does', async () => {
  const context = await testContext('manager');
  const system = asSystem(context);
  const turn = await system.providers.staging.takeTurn();
  expect(await system.providers.staging.takeTurn()).toBeNull();
  const runId = await startWith(context, [{ name: 'one.json', content: records(1) }]);
  // It gives its place back, so that others go on, and comes again later; that is no failure.
  for (let time = 0; time < 6; time += 1) {
    await expect(runImport(system, { runId })).rejects.toThrow(TryLater);
  }
  expect((await getImport(context, { runId })).state).toBe('MERGING');
  expect(await context.db.association.count()).toBe(0);
  await turn?.end();
  await runImport(system, { runId });
  expect((await getImport(context, { runId })).state).toBe('DONE');
});

it('stages again from the files when the unlogged staging was lost in a crash', async () => {
  const context = await testContext('manager');
  const runId = await startWith(context, [{ name: 'many.json', content: records(batchSize + 200) }]);
  await expect(runImport(dyingAt(context, 2), { runId })).rejects.toThrow('killed');
  await context.db.$executeRaw`TRUNCATE import_row, import_merge_row`;

  await runImport(asSystem(context), { runId });

  expect((await getImport(context, { runId })).counts.associations.created).toBe(batchSize + 200);
  expect(await context.db.association.count()).toBe(batchSize + 200);
});

it('is worked on by one process at a time, and taken over when that one died', async () => {
  const context = await testContext('manager');
  const runId = await startWith(context, [{ name: 'one.json', content: records(1) }]);
  const system = asSystem(context);
  const other = await system.providers.staging.holdRun(runId);
  await runImport(system, { runId });
  expect((await getImport(context, { runId })).state).toBe('QUEUED');

  await other?.end();
  await runImport(system, { runId });
  expect((await getImport(context, { runId })).state).toBe('DONE');
});

it('refuses hostile files by name and takes the others', async () => {
  const context = await testContext('manager');
  const good = JSON.stringify(records(2));
  const run = await importFiles(context, [
    { name: 'good.json', content: good },
    { name: 'cut.json', content: good.slice(0, -40) },
    { name: 'page.json', content: '<!doctype html><html><body>404</body></html>' },
    { name: 'binary.json', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]) },
    { name: 'empty.json', content: '[]' },
    { name: 'deep.json', content: '['.repeat(200_000) },
    { name: 'huge.json', content: `[{"association":{"name":"${'x'.repeat(3 * 2 ** 20)}"}}]` },
    { name: 'good.json', content: good },
  ]);
  expect(run.state).toBe('DONE');
  const refusals = Object.fromEntries(run.files.map(({ name, refusal }) => [name, refusal?.code ?? null]));
  expect(refusals).toMatchObject({ 'good.json': null, 'page.json': 'not_json', 'empty.json': 'empty' });
  expect(run.files.filter(({ refusal }) => refusal !== null)).toHaveLength(6);
  expect(await context.db.association.count()).toBe(2);
});

it('stores texts that PostgreSQL or its COPY could stumble over', async () => {
  const context = await testContext('manager');
  const name = 'Bakåt\\snedstreck \\u0000 \\N och \\. IF';
  const nasty = registerRecord(1, {
    association: { name, city: 'Bol\u0000lnäs\ud800', description: 'rad\r\n\tett\\' },
  });
  const run = await importRecords(context, [nasty, registerRecord(2)]);
  expect(run.counts.associations.created).toBe(2);
  expect(await context.db.association.findFirst({ where: { name } })).not.toBeNull();
});

it('takes a row with more to search for than the index can hold', async () => {
  const context = await testContext('manager');
  const contacts = Array.from({ length: 490 }, (_, n) => ({
    contact_person_name: `Kim Testlund ${n}`,
    contact_person_email: Array.from(
      { length: 16 },
      (_m, m) => `a${n}b${m}.c${n * 16 + m}@d${n}-e${m}.example`,
    ).join(', '),
  }));
  const result = await importRecords(context, [registerRecord(1, { contacts }), registerRecord(2)]);
  expect(result).toMatchObject({ state: 'DONE', counts: { associations: { created: 2 } } });
});

it('ends a run whose transaction takes too long each time, and says that it is too slow', async () => {
  const context = await testContext('manager');
  const runId = await startWith(context, [{ name: 'one.json', content: records(1) }]);
  const slow = asSystem(context);
  const { staging } = context.providers;
  // As Prisma says it, of a transaction that was open for longer than it may.
  const takeTurn = () =>
    context.db
      .$transaction(
        async (tx) => {
          await tx.$queryRaw`SELECT pg_sleep(0.05)::text`;
          return tx.$queryRaw`SELECT 1` as never;
        },
        { timeout: 10 },
      )
      .catch((error: unknown) => {
        throw toDomainError(error);
      });
  slow.providers = { ...context.providers, staging: { ...staging, takeTurn } };
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await expect(runImport(slow, { runId })).rejects.toThrow();
  }
  await runImport(slow, { runId });
  expect(await getImport(context, { runId })).toMatchObject({ state: 'FAILED', error: 'importTooSlow' });
});

it('gives a run up that fails the same way each time, and says so', async () => {
  const context = await testContext('manager');
  const runId = await startWith(context, [{ name: 'one.json', content: records(1) }]);
  // Lost, as after a crash, so that the file has to be read again.
  await context.db.$executeRaw`TRUNCATE import_row`;
  const broken = asSystem(context);
  broken.providers = {
    ...context.providers,
    staging: {
      ...context.providers.staging,
      write: () => Promise.reject(new Error('a row that cannot be stored')),
    },
  };
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await expect(runImport(broken, { runId })).rejects.toThrow('cannot be stored');
  }
  await runImport(broken, { runId });
  expect(await getImport(context, { runId })).toMatchObject({ state: 'FAILED', error: 'importBroken' });
});

it('reports rows it had to leave out, page by page, by code and file', async () => {
  const context = await testContext('manager');
  const nameless = (id: number) => registerRecord(id, { association: { name: '' } });
  const { runId, files } = await importRecords(context, [
    registerRecord(1),
    nameless(2),
    nameless(3),
    nameless(4),
  ]);
  const first = await listImportIssues(context, { runId, code: 'no_name', limit: 2 });
  expect(first.rows).toMatchObject([
    { row: 2, code: 'no_name', refused: true, file: 'Bollnas_IBGO.json' },
    { row: 3, code: 'no_name' },
  ]);
  const cursor = first.nextCursor ?? undefined;
  const rest = await listImportIssues(context, {
    runId,
    code: 'no_name',
    fileId: files[0]?.id,
    limit: 2,
    cursor,
  });
  expect(rest.rows).toMatchObject([{ row: 4 }]);
  expect(rest.nextCursor).toBeNull();
  await expectRefusal(context.db, 'invalid', () => listImportIssues(context, { runId, cursor: 'nonsense' }));
});

it('lists runs page by page, newest first, each once', async () => {
  const context = await testContext('manager');
  const ids: string[] = [];
  for (const id of [1, 2, 3]) ids.unshift((await importRecords(context, [registerRecord(id)])).runId);
  const first = await listImports(context, { limit: 2 });
  const rest = await listImports(context, { limit: 2, cursor: first.nextCursor });
  expect([...first.rows, ...rest.rows].map(({ runId }) => runId)).toEqual(ids);
  expect(rest.nextCursor).toBeNull();
  await expectRefusal(context.db, 'invalid', () => listImports(context, { cursor: ids[0] }));
});

it('does not start without a usable file, nor while a file fits two municipalities and nobody chose', async () => {
  const context = await testContext('manager');
  const empty = await draftWith(context, [{ name: 'empty.json', content: '[]' }]);
  await expectRefusal(context.db, 'invalid', () => startImport(context, { runId: empty.runId }));

  const habo = registerRecord(1, {
    municipality: 'Habo',
    association: { detail_url: 'https://register.example/Association/1' },
  });
  const { runId, files } = await draftWith(context, [{ name: 'habo.json', content: [habo] }]);
  const draft = await getImport(context, { runId });
  expect(draft.files[0]?.contents?.unclear).toMatchObject({ kind: 'ambiguous', names: ['Habo'] });
  const error = await expectRefusal(context.db, 'invalid', () => startImport(context, { runId }));
  expect(error.messageKey).toBe('importMunicipalityUnclear');

  await startImport(context, { runId, municipalities: { [files[0]?.fileId ?? '']: '0305' } });
  expect(await drain(context)).toEqual(['import.run']);
  const association = await context.db.association.findFirstOrThrow();
  expect(association.municipalityCode).toBe('0305');
});

it('forgets a removed file, a discarded draft, and the bytes of a run that ended', async () => {
  const context = await testContext('manager');
  const { runId, files } = await draftWith(context, [
    { name: 'a.json', content: records(1) },
    { name: 'b.json', content: [registerRecord(2)] },
  ]);
  await removeImportFile(context, { runId, fileId: files[1]?.fileId ?? '' });
  expect((await getImport(context, { runId })).files.map(({ name }) => name)).toEqual(['a.json']);
  await startImport(context, { runId });
  await runImport(asSystem(context), { runId });
  expect(await context.db.association.count()).toBe(1);
  expect(await context.db.importFile.count({ where: { storageKey: { not: '' } } })).toBe(0);
  expect(await context.db.$queryRaw`SELECT 1 FROM import_row`).toEqual([]);

  const draft = await draftWith(context, [{ name: 'a.json', content: records(1) }]);
  await discardImport(context, { runId: draft.runId });
  expect((await writtenEvents(context.db)).at(-1)).toMatchObject({
    name: 'import.discarded',
    ids: [draft.runId],
  });
  await sweepImportFiles(context);
  expect(await context.db.importRun.count()).toBe(1);
  expect((await listImports(context, {})).rows.map((run) => run.runId)).toEqual([runId]);
});

it('leaves the rows alone of a file that is still on its way into a draft, and sweeps them when the draft is gone', async () => {
  const context = await testContext('manager');
  const { runId } = await draftImport(context, {});
  let arrive = (): void => {};
  const before = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  async function* bytes() {
    yield Buffer.from(JSON.stringify(records(2)));
  }
  const receiving = receiveImportFile(context, { runId, name: 'a.json', bytes: bytes(), after: before });
  const staged = async () => (await context.db.$queryRaw<unknown[]>`SELECT 1 FROM import_row`).length;
  await expect.poll(staged).toBe(2);
  expect(await hasLeftovers(context.db, context.now())).toBe(false);
  await sweepImports(asSystem(context));
  expect(await staged()).toBe(2);
  arrive();
  const { fileId } = await receiving;

  // As if the process had died between staging the rows and writing the file down.
  await context.db.importFile.delete({ where: { id: fileId } });
  await discardImport(context, { runId });
  expect(await hasLeftovers(context.db, context.now())).toBe(true);
  await sweepImports(asSystem(context));
  expect(await staged()).toBe(0);
});

it('stops when it is cancelled, also while a worker stages it', async () => {
  const context = await testContext('manager');
  const runId = await startWith(context, [{ name: 'a.json', content: records(3) }]);
  const holderId = crypto.randomUUID();
  await takeImport(asSystem(context), { runId, holderId });
  await cancelImport(context, { runId });
  expect((await writtenEvents(context.db)).at(-1)).toMatchObject({
    name: 'import.cancelled',
    ids: [runId],
    details: { state: 'QUEUED', merged: 0 },
  });
  expect(await beginStaging(asSystem(context), { runId, holderId })).toBe(false);
  // The run is not taken up again; what it left is swept up.
  expect(await drain(context)).toEqual(['import.sweep']);
  expect(await context.db.importFile.count({ where: { storageKey: { not: '' } } })).toBe(0);
  expect((await getImport(context, { runId })).state).toBe('CANCELLED');
  expect(await context.db.association.count()).toBe(0);
  await expectRefusal(context.db, 'conflict', () => cancelImport(context, { runId }));
});

it('is not for the role user: nothing is stored, and the body is not even read', async () => {
  const manager = await testContext('manager');
  const user = await testContext('user');
  const { runId, files } = await draftWith(manager, [{ name: 'a.json', content: records(1) }]);
  const { db } = manager;
  let read = false;
  async function* bytes() {
    read = true;
    yield Buffer.from('[]');
  }
  await expectRefusal(db, 'forbidden', () => draftImport(user, {}));
  await expectRefusal(db, 'forbidden', () =>
    receiveImportFile(user, { runId, name: 'b.json', bytes: bytes() }),
  );
  await expectRefusal(db, 'forbidden', () =>
    removeImportFile(user, { runId, fileId: files[0]?.fileId ?? '' }),
  );
  for (const call of [startImport, cancelImport, discardImport, getImport]) {
    await expectRefusal(db, 'forbidden', () => call(user, { runId }));
  }
  await expectRefusal(db, 'forbidden', () => listImports(user, {}));
  await expectRefusal(db, 'forbidden', () => listImportIssues(user, { runId }));
  expect(read).toBe(false);
});
