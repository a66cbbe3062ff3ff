import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawRow } from './fixture.ts';
import { type FileLimits, type ReadRow, readRegisterFile } from './parse-file.ts';

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // One piece of memory for all, as a stream may do it: a reader that keeps it would see it change.
  const shared = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    shared.fill(0x5a);
    shared.set(part);
    yield shared.subarray(0, part.length);
  }
}

async function read(
  content: string | Uint8Array,
  size = 64_000,
  limits: Partial<FileLimits> = {},
): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of readRegisterFile('test.json', () => inPieces(bytesOf(content), size), limits))
    rows.push(row);
  return rows;
}
const names = (rows: ReadRow[]) =>
  rows.map((row) => ('record' in row ? row.record.association.name : row.refused.reason));
const named = (name: string) => rawRow({ association: { name } });
const refusal = (content: string | Uint8Array, limits: Partial<FileLimits> = {}) =>
  read(content, 64_000, limits).then(
    () => 'read',
    (error: { code?: string }) => error.code ?? String(error),
  );

const three = ['Åmåls "\\" IF', 'Före{ning}', 'C [],'].map(named);
const threeNames = ['Åmåls "\\" IF', 'Före{ning}', 'C [],'];

describe('readRegisterFile', () => {
  it.each([
    ['an array', JSON.stringify(three)],
    ['a printed array', `\n ${JSON.stringify(three, null, 2)}\r\n`],
    ['JSON Lines', three.map((row) => JSON.stringify(row)).join('\n')],
    [
      'JSON Lines with empty lines and CRLF',
      `${three.map((row) => JSON.stringify(row)).join('\r\n\r\n')}\r\n`,
    ],
    ['printed objects', three.map((row) => JSON.stringify(row, null, 1)).join('\n')],
    ['a byte-order mark', `\ufeff${JSON.stringify(three)}`],
  ])('reads %s, in pieces of any size', async (_what, content) => {
    for (const size of [1, 2, 3, 7, 1000, 1_000_000])
      expect(names(await read(content, size))).toEqual(threeNames);
  });

  it('counts rows from one and goes on after a row that is no record', async () => {
    const rows = await read(
      JSON.stringify([rawRow({ association: { name: '' } }), 7, 'x, ]', null, [1, [2]], named('A'), true]),
    );
    expect(rows.map((row) => row.row)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(names(rows)).toEqual([
      'no_name',
      'not_an_object',
      'not_an_object',
      'not_an_object',
      'not_an_object',
      'A',
      'not_an_object',
    ]);
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['[]', 'empty'],
    ['[ ]', 'empty'],
    ['{', 'not_json'],
    ['7', 'not_json'],
    ['namn;typ\nA;B', 'not_json'],
    ['<html></html>', 'not_json'],
    [JSON.stringify([named('A')]).slice(0, -1), 'not_json'],
    [JSON.stringify([named('A'), named('B')]).slice(0, -20), 'not_json'],
    [`${JSON.stringify([named('A')])}x`, 'not_json'],
    [`[${JSON.stringify(named('A'))},]`, 'not_json'],
    [`[${JSON.stringify(named('A'))} ${JSON.stringify(named('B'))}]`, 'not_json'],
    [`[${JSON.stringify(named('A'))},{"a":1]]`, 'not_json'],
    [`${JSON.stringify(named('A'))}\n{"association":`, 'not_json'],
    ['[{"association":{"name":"rad\nbryt"}}]', 'not_json'],
    ['[1,2,3]', 'not_records'],
    ['[{"foo":1}]', 'not_records'],
    ['{"foo":1}', 'not_records'],
    ['[{"name":"A","type":"Idrott","activity":"Fotboll","homepage":null}]', 'flat_list'],
    [
      '{"started_at":"2025-10-27","total_records":3,"municipalities":{"Testby":{"status":"ok"}}}',
      'run_summary',
    ],
    ['[{"municipality":"Testby","status":"ok","duration_s":3}]', 'run_summary'],
  ])('refuses %j as %s', async (content, code) => {
    expect(await refusal(content)).toBe(code);
  });

  it('refuses other encodings', async () => {
    const latin1 = Buffer.from(JSON.stringify([named('Åmål')]), 'latin1');
    expect(await refusal(latin1)).toBe('not_utf8');
    expect(await refusal(Buffer.from(JSON.stringify([named('A')]), 'utf16le'))).toBe('not_utf8');
    expect(await refusal(Buffer.from(`\ufeff${JSON.stringify([named('A')])}`, 'utf16le'))).toBe('not_utf8');
  });

  it('keeps its limits', async () => {
    const content = JSON.stringify([named('A'), named('B')]);
    expect(await refusal(content, { maxFileBytes: 100 })).toBe('too_large');
    expect(await refusal(content, { maxRowBytes: 100 })).toBe('row_too_large');
    expect(await refusal(content, { maxRows: 1 })).toBe('too_many_rows');
    expect(await refusal('{"a":"'.padEnd(5000, 'x'), { maxRowBytes: 100 })).toBe('row_too_large');
  });

  it('gives up on a long file without a single record', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield bytesOf('[');
      for (; asked < 10_000; asked += 1) yield bytesOf('{"a":1},');
    }
    const reading = readRegisterFile('x.json', endless);
    await expect(reading.next()).rejects.toMatchObject({ code: 'not_records' });
    expect(asked).toBeLessThan(100);
  });

  it('refuses a row that nests too deep and reads on', async () => {
    const deep = `{"association":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const content = `[${JSON.stringify(named('A'))},${deep},${JSON.stringify(named('B'))}]`;
    expect(names(await read(content))).toEqual(['A', 'too_deep', 'B']);
  });

  it('ends every file in rows or in a named refusal', async () => {
    const token = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      '\\',
      ' ',
      '\n',
      '1',
      'null',
      ':',
      '"a"',
      JSON.stringify(named('A')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(token, { maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        async (tokens, size) => {
          const content = tokens.join('');
          const whole = await refusal(content);
          expect(whole).toMatch(/^(?:read|empty|not_json|not_records|run_summary|flat_list)$/);
          const pieces = await read(content, size).then(
            () => 'read',
            (error: { code?: string }) => error.code,
          );
          expect(pieces).toBe(whole);
          if (whole === 'read' && content.trim().startsWith('['))
            expect(() => JSON.parse(content)).not.toThrow();
        },
      ),
      { numRuns: 200 },
    );
  });
});
