import { expect, it } from 'vitest';
import { createDuplicateFinder } from './duplicates.ts';
import { rawRow } from './fixture.ts';
import { normalizeRecord } from './normalize.ts';

function record(id: string, name: string) {
  const result = normalizeRecord(
    rawRow({ association: { name, detail_url: `https://fri.testby.example/visa.aspx?id=${id}` } }),
  );
  if (!result.ok) throw new Error(result.reason);
  return result.record;
}

it('tells the same identity from the same name', () => {
  const finder = createDuplicateFinder();
  expect(finder.see(record('A', 'Testby IF'))).toBeNull();
  expect(finder.see(record('A', 'Testby Idrottsförening'))).toBe('duplicate_in_file');
  expect(finder.see(record('B', 'TESTBY  IF.'))).toBe('possible_duplicate');
  expect(finder.see(record('C', 'Provby IF'))).toBeNull();
});

it('remembers many rows exactly', () => {
  const finder = createDuplicateFinder();
  const base = record('A', 'Testby IF');
  const numbered = (index: number) => ({
    ...base,
    externalId: `${index}`,
    association: { ...base.association, name: `Klubb ${index}` },
  });
  for (let index = 0; index < 20_000; index += 1) expect(finder.see(numbered(index))).toBeNull();
  for (let index = 0; index < 20_000; index += 97)
    expect(finder.see(numbered(index))).toBe('duplicate_in_file');
});
