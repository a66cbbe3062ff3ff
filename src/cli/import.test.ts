import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { registerRecord } from '#tests/support/register-records.ts';
import { type ImportOptions, importCommand } from './import.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kansli-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(paths: string[], options: ImportOptions = { json: true }) {
  const context = await testContext('system');
  const [printed, said]: [string[], string[]] = [[], []];
  const code = await importCommand(paths, options, {
    context: async () => context,
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
  });
  return { code, printed, said, context };
}

const write = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

it('imports a folder and prints one object with exactly these keys', async () => {
  await mkdir(join(folder, 'deeper'));
  await write('deeper/b.jsonl', JSON.stringify(registerRecord(2)));
  await write('a.json', [registerRecord(1)]);
  await write('empty.json', '[]');
  await write('notes.txt', 'not looked at');

  const { code, printed, said } = await run([folder]);

  expect(code).toBe(0);
  expect(said).toEqual([]);
  expect(printed).toHaveLength(1);
  const result = JSON.parse(printed[0] ?? '');
  expect(Object.keys(result)).toEqual([
    'runId',
    'state',
    'files',
    'rows',
    'refusedFiles',
    'associations',
    'contacts',
    'missing',
    'inTrash',
    'issues',
    'warnings',
    'seconds',
  ]);
  expect(result).toMatchObject({
    state: 'DONE',
    files: 3,
    rows: 2,
    refusedFiles: [{ file: 'empty.json', reason: expect.stringContaining('empty') }],
    associations: { created: 2, updated: 0, unchanged: 0 },
    contacts: { created: 2, updated: 0, unchanged: 0 },
    warnings: [],
  });
});

it('ends with 1, its result and no run when every file was refused', async () => {
  await write('page.json', '<html>');
  const { code, printed, context } = await run([folder]);
  expect(code).toBe(1);
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ runId: null, state: 'REFUSED', files: 1 });
  expect(await context.db.importRun.count()).toBe(0);
});

it('asks for the municipality of a file that does not tell it, and takes the others', async () => {
  const detail_url = 'https://register.example/Association/1';
  await write('habo.json', [registerRecord(1, { municipality: 'Habo', association: { detail_url } })]);
  await write('bollnas.json', [registerRecord(2)]);
  const first = await run([folder]);
  expect(JSON.parse(first.printed[0] ?? '')).toMatchObject({
    associations: { created: 1 },
    refusedFiles: [{ file: 'habo.json', reason: expect.stringContaining('--municipality') }],
  });
  const second = await run([folder], { json: true, municipality: '0305' });
  expect(JSON.parse(second.printed[0] ?? '')).toMatchObject({
    associations: { created: 1 },
    refusedFiles: [],
  });
  expect(await second.context.db.associationListing.count({ where: { municipalityCode: '0305' } })).toBe(1);
});

it('says what is wrong with the call and ends with 2, before it opens a database', async () => {
  const io = { context: () => Promise.reject(new Error('not needed')), print: () => {}, say: () => {} };
  expect(await importCommand([join(folder, 'missing')], {}, io)).toBe(2);
  expect(await importCommand([folder], {}, io)).toBe(2);
  expect(await importCommand([folder], { municipality: '9999' }, io)).toBe(2);
  expect(await importCommand([], {}, io)).toBe(2);
});

it('says in words what came of it without --json', async () => {
  await write('a.json', [registerRecord(1)]);
  const { printed, said } = await run([folder], {});
  expect(said).toContain('  read     a.json: 1 rows');
  expect(printed.join('\n')).toContain('1 new, 0 changed, 0 unchanged');
});
