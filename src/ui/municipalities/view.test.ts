import { expect, it } from 'vitest';
import { applyView, type MunicipalityRow, type View } from './view.ts';

const row = (name: string, more: Partial<MunicipalityRow> = {}): MunicipalityRow => ({
  code: '0001',
  name,
  county: 'Provlän',
  countyCode: '00',
  population: null,
  platform: null,
  registerUrl: null,
  registerState: 'none',
  lastImportedAt: null,
  lastScrapedAt: null,
  associations: 0,
  members: 0,
  ...more,
});
const view: View = { q: '', county: [], platform: [], state: [], has: null, sort: 'name', direction: 'asc' };
const names = (rows: MunicipalityRow[], change: Partial<View>) =>
  applyView(rows, { ...view, ...change }).map(({ name }) => name);

it('sorts by Swedish collation', () => {
  expect(names([row('Örebro'), row('Åmål'), row('Älvdalen'), row('Malmö')], {})).toEqual([
    'Malmö',
    'Åmål',
    'Älvdalen',
    'Örebro',
  ]);
});

it('keeps what was never imported last in either direction', () => {
  const rows = [
    row('A'),
    row('B', { lastScrapedAt: new Date('2026-01-01') }),
    row('C', { lastScrapedAt: new Date('2026-02-01') }),
  ];
  expect(names(rows, { sort: 'imported', direction: 'asc' })).toEqual(['B', 'C', 'A']);
  expect(names(rows, { sort: 'imported', direction: 'desc' })).toEqual(['C', 'B', 'A']);
});

it('finds a name however its letters are typed, and a code', () => {
  const rows = [row('Söderhamn', { code: '2182' }), row('Söderköping', { code: '0582' })];
  expect(names(rows, { q: 'soderh' })).toEqual(['Söderhamn']);
  expect(names(rows, { q: '0582' })).toEqual(['Söderköping']);
});

it('narrows by county, platform, state and whether there are associations', () => {
  const rows = [row('A', { platform: 'FRI', associations: 2 }), row('B', { countyCode: '14' }), row('C')];
  expect(names(rows, { platform: ['FRI'] })).toEqual(['A']);
  expect(names(rows, { platform: ['none'] })).toEqual(['B', 'C']);
  expect(names(rows, { county: ['14'] })).toEqual(['B']);
  expect(names(rows, { has: 'no' })).toEqual(['B', 'C']);
  expect(names(rows, { state: ['ok'] })).toEqual([]);
});
