import { expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { draftWith, importFiles, importRecords, registerRecord } from '#tests/support/register-records.ts';
import { getImport } from './queries.ts';

const records = (count: number, change: Parameters<typeof registerRecord>[1] = {}) =>
  Array.from({ length: count }, (_, index) => registerRecord(index + 1, change));
const later = { scraped_at: '2025-11-27T05:21:00.000Z' };

it('tells before the start what is noteworthy of a file', async () => {
  const context = await testContext('manager');
  const file = { name: 'a.json', content: records(10) };
  await importFiles(context, [file]);
  const { runId } = await draftWith(context, [
    file,
    { name: 'a.jsonl', content: `${JSON.stringify(registerRecord(1, later))}\n` },
    { name: 'old.json', content: records(9, { scraped_at: '2025-09-01T00:00:00Z' }) },
  ]);
  const draft = await getImport(context, { runId });
  expect(draft.files.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
    ['twin', 'imported_before'],
    ['twin', 'fewer_rows'],
    ['older_than_known'],
  ]);
  expect(draft.files[0]?.contents).toMatchObject({ rows: 10, contacts: 10, platforms: ['IBGO'] });
  expect(draft.files[1]?.notes[1]?.params).toEqual({ register: 'bollnas.ibgo.se', before: 10, now: 1 });
});

it('tells before the start of a file with as many rows as ever that names other associations', async () => {
  const context = await testContext('manager');
  await importRecords(context, records(10));
  const others = Array.from({ length: 10 }, (_, index) => registerRecord(index + 8, later));
  const { runId } = await draftWith(context, [{ name: 'others.json', content: others }]);
  const notes = async () => (await getImport(context, { runId })).files[0]?.notes;
  expect(await notes()).toEqual([
    { code: 'fewer_rows', params: { register: 'bollnas.ibgo.se', before: 10, now: 3 } },
  ]);
  // What a crash of the server took is read again at the start; until then nothing is known of it.
  await context.db.$executeRaw`TRUNCATE import_row`;
  expect(await notes()).toEqual([]);
});
