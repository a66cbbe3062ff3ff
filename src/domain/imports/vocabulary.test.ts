import { describe, expect, it } from 'vitest';
import { activityName, areaName, isAgeBand, targetGroupName, typeName } from './vocabulary.ts';
import { ACTIVITY_SYNONYMS } from './vocabulary-activities.ts';
import { TYPE_SYNONYMS } from './vocabulary-types.ts';

it.each([
  ['Idrottsföreningar', 'Idrottsförening'],
  ['IDROTT', 'Idrottsförening'],
  [' idrotts förening ', 'Idrottsförening'],
  ['Kulturföreningsverks.', 'Kulturförening'],
  ['Förening för funktionsnedsatta', 'Funktionsrättsförening'],
  ['Övrig förening/organisation', 'Övrig förening'],
  ['Hembygds- & byalagsförening', 'Hembygds- och byalagsförening'],
  ['Rymdförening', 'Rymdförening'],
  ['rymdförening', 'Rymdförening'],
  ['Uppdatering via post', null],
  ['(saknas)', null],
  ['', null],
])('type %j is %j', (written, name) => {
  expect(typeName(written)).toBe(name);
});

it.each([
  ['ishockey', 'Ishockey'],
  ['Ishockey/rinksport', 'Ishockey'],
  ['BJJ', 'Brasiliansk jiu-jitsu'],
  ['Barn- och Ungdomsverks.', 'Barn- och ungdomsverksamhet'],
  ['Motorcykel,Cross,Enduro', 'Motorcykel, cross och enduro'],
  ['Nykter-,rök-,drogförebygg', 'Drogförebyggande arbete'],
  ['tågskådning', 'Tågskådning'],
  ['(saknas)', null],
])('activity %j is %j', (written, name) => {
  expect(activityName(written)).toBe(name);
});

it.each([
  ['Barn (0-6 år)', 'Barn 0–6 år'],
  ['Barn 0-6 år', 'Barn 0–6 år'],
  ['7-10 (7-10 år)', '7–10 år'],
  ['Pensionär 65 år och äldre', 'Pensionärer 65+ år'],
  ['Pensionärer 65+', 'Pensionärer 65+ år'],
  ['Vuxna (26+ år)', 'Vuxna 26+ år'],
  ['Elit', 'Elit'],
])('target group %j is %j', (written, name) => {
  expect(targetGroupName(written)).toBe(name);
});

it('knows an age band from an activity', () => {
  expect(['Barn (0-6 år)', '7-10 (7-10 år)', 'Ungdomar 7–20 år'].every(isAgeBand)).toBe(true);
  expect(['Fotboll', '4H', 'Fysisk aktivitet (Ej bollsporter)', 'Pensionärsfrågor'].some(isAgeBand)).toBe(
    false,
  );
});

it('takes the sorting star off an area', () => {
  expect(areaName('* Norra Testby')).toBe('Norra Testby');
});

describe.each([
  ['types', TYPE_SYNONYMS],
  ['activities', ACTIVITY_SYNONYMS],
])('the table of %s', (_what, table) => {
  it('gives no spelling two shown names, and leaves shown names as they are', () => {
    const owners = new Map<string, string>();
    for (const line of table.trim().split('\n')) {
      const [shown = '', spellings = ''] = line.split(':');
      for (const spelling of [shown, ...spellings.split(', ')]) {
        const key = spelling.trim().toLowerCase();
        if (key === '') continue;
        expect([key, owners.get(key) ?? shown]).toEqual([key, shown]);
        owners.set(key, shown);
      }
      expect((table === TYPE_SYNONYMS ? typeName : activityName)(shown)).toBe(shown);
    }
  });
});
