import { expect, it } from 'vitest';
import { rawContact, rawRow } from './fixture.ts';
import { startInspection, twinStem } from './inspect-file.ts';

async function* bytes(rows: unknown): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(JSON.stringify(rows));
}
async function inspect(name: string, rows: unknown) {
  const { inspection, records } = startInspection(name);
  for await (const { record } of records(() => bytes(rows))) expect(record.association.name).not.toBe('');
  return inspection;
}

it('says what a file holds', async () => {
  const link = (id: string) => ({ detail_url: `https://fri.testby.example/visa.aspx?id=${id}` });
  const rows = [
    rawRow({ association: link('A'), contacts: [rawContact('Stäng', 'a@x.example')] }),
    rawRow({ association: link('A'), scraped_at: '2025-10-26T00:00:00Z' }),
    rawRow({
      association: link('B'),
      municipality: 'Provköping',
      source_system: 'IBGO',
      extras: { ibgo_id: 1 },
    }),
    rawRow({ association: { name: '' } }),
  ];
  expect(await inspect('Testby_FRI_2025-10-27_06-14.json', rows)).toEqual({
    rows: 4,
    refusedRows: 1,
    refusedReasons: { no_name: 1 },
    platforms: { FRI: 2, IBGO: 1 },
    municipalityNames: { Testby: 2, Provköping: 1 },
    hosts: { 'fri.testby.example': 3 },
    scrapedFrom: '2025-10-26T00:00:00.000Z',
    scrapedTo: '2025-10-27T05:14:12.854Z',
    contacts: 1,
    incomplete: 0,
    issues: { name_not_a_person: 1, contact_unnamed: 1, duplicate_in_file: 1 },
    sources: [
      { municipalityName: 'Testby', platform: 'FRI', instance: 'fri.testby.example', rows: 2 },
      { municipalityName: 'Provköping', platform: 'IBGO', instance: 'fri.testby.example', rows: 1 },
    ],
  });
});

it('names the twin of a JSON Lines file', async () => {
  expect((await inspect('folder/Testby_FRI.jsonl', [rawRow()])).twinOf).toBe('Testby_FRI.json');
  expect(await inspect('Testby_FRI.json', [rawRow()])).not.toHaveProperty('twinOf');
  expect(twinStem('a/Ho\u0308o\u0308r_FRI.json')).toBe(twinStem('Höör_FRI.JSONL'));
});

it('throws what reading throws', async () => {
  await expect(inspect('x.json', [])).rejects.toMatchObject({ code: 'empty' });
});
