import { beforeEach, expect, it } from 'vitest';
import { updateAssociation } from '#domain/associations/edit.ts';
import { getAssociation, getAssociationSource } from '#domain/associations/queries.ts';
import type { Context } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import { tableFingerprint } from '#tests/support/database.ts';
import { writtenEvents } from '#tests/support/expect.ts';
import { importFiles, registerRecord } from '#tests/support/register-records.ts';

// The same club in the registers of Bollnäs and of Hofors, as once they have been merged: one association, two records.
let context: Context;
let id: string;

const on = (day: string) => ({ scraped_at: `${day}T05:21:00.000Z` });
const contacts: never[] = [];
const bollnas = (day: string, association: object = {}) =>
  importFiles(context, [
    {
      name: 'Bollnas.json',
      content: [registerRecord(1, { ...on(day), contacts, association: { ...association } })],
    },
  ]);
const hoforsRecord = (day: string, association: object = {}) => ({
  ...registerRecord(1, {
    ...on(day),
    contacts,
    municipality: 'Hofors',
    association: {
      detail_url: 'https://fri.hofors.se/forening/visa.aspx?id=PROV',
      city: 'Hofors',
      phone: null,
      ...association,
    },
  }),
  source_system: 'FRI',
  extras: {},
});
const hofors = (day: string, association: object = {}) =>
  importFiles(context, [{ name: 'Hofors.json', content: [hoforsRecord(day, association)] }]);
const bare = { street_address: null, postal_code: null, city: null, email: null, homepage_url: null };

const read = () => context.db.association.findUniqueOrThrow({ where: { id } });
/** What was said of associations; that somebody started an import is another story. */
const merges = async () => (await writtenEvents(context.db)).filter(({ name }) => name !== 'import.started');
const sourceOf = async (field: string) => {
  const { fields, records } = await getAssociationSource(context, { id });
  const sourceId = fields.find((one) => one.field === field)?.sourceId;
  return records.find((record) => record.id === sourceId)?.instance;
};

beforeEach(async () => {
  context = await testContext('manager');
  await bollnas('2025-10-01');
  await hofors('2025-10-02');
  const [one, other] = await context.db.sourceRecord.findMany({ orderBy: { firstSeenAt: 'asc' } });
  if (!one || !other) throw new Error('two registers, two records');
  id = one.associationId;
  await context.db.sourceRecord.update({ where: { id: other.id }, data: { associationId: id } });
  await context.db.association.delete({ where: { id: other.associationId } });
  // Something moves in Hofors's register, and its word is the newest from now on.
  await hofors('2025-10-03', { street_address: 'Hoforsvägen 3' });
});

it('show the newest value of each field, and one from either where only one has it', async () => {
  expect(await read()).toMatchObject({
    city: 'Hofors',
    streetAddress: 'Hoforsvägen 3',
    phone: '+46701740605',
    version: 2,
  });
  expect(await Promise.all(['city', 'phone'].map(sourceOf))).toEqual(['fri.hofors.se', 'bollnas.ibgo.se']);
});

it('read in turn leave the shown value alone', async () => {
  const before = await read();
  const events = await merges();
  for (const day of ['2025-11-01', '2025-12-01']) {
    await bollnas(day);
    await hofors(day, { street_address: 'Hoforsvägen 3' });
  }
  expect(await read()).toEqual(before);
  expect(await merges()).toEqual(events);
});

it('tell news by either, and the journal keeps the record it changed as it was', async () => {
  const run = await bollnas('2025-11-01', { city: 'Arbrå' });
  expect(run.counts.associations).toEqual({ created: 0, updated: 1, unchanged: 0 });
  expect(await read()).toMatchObject({ city: 'Arbrå', streetAddress: 'Hoforsvägen 3', version: 3 });
  const change = await context.db.importChange.findFirstOrThrow({ where: { runId: run.runId } });
  expect(change).toMatchObject({
    associationId: id,
    changed: ['city'],
    before: { fields: { city: 'Hofors' }, source: { fields: { city: 'Bollnäs' }, moved: {} } },
  });
});

it("suggest the newest value over a person's, once", async () => {
  const { version } = await read();
  await updateAssociation(context, { id, version, fields: { city: 'Kilafors' } });
  const suggestions = async () => (await getAssociation(context, { id })).suggestions;
  expect(await suggestions()).toEqual([]);
  // What was turned down is the newest value; the other register's older one is no news.
  await bollnas('2025-11-01');
  expect(await suggestions()).toEqual([]);
  await bollnas('2025-11-02', { city: 'Arbrå' });
  expect(await read()).toMatchObject({ city: 'Kilafors' });
  const instance = 'bollnas.ibgo.se';
  const { id: sourceId } = await context.db.sourceRecord.findFirstOrThrow({ where: { instance } });
  expect(await suggestions()).toEqual([{ field: 'city', mine: 'Kilafors', register: 'Arbrå', sourceId }]);
});

it('without detail in one are heard in the other, and nothing is blanked', async () => {
  await hofors('2025-11-01', { ...bare, name: 'Provföreningen utan uppgifter' });
  expect(await read()).toMatchObject({
    name: 'Provföreningen 1',
    city: 'Bollnäs',
    streetAddress: 'Provgatan 1',
    incomplete: false,
  });
});

it('lost by one are shown as the other has them, until they are found again', async () => {
  const found = hoforsRecord('2025-10-03', { street_address: 'Hoforsvägen 3' });
  const others = (day: string) =>
    [2, 3, 4, 5].map((n) => ({
      ...hoforsRecord(day, {
        name: `Provföreningen ${n}`,
        detail_url: `https://fri.hofors.se/forening/visa.aspx?id=P${n}`,
      }),
    }));
  await importFiles(context, [{ name: 'Hofors.json', content: [found, ...others('2025-10-03')] }]);
  await importFiles(context, [{ name: 'Hofors.json', content: others('2025-11-01') }]);
  expect(await context.db.sourceRecord.count({ where: { missingSince: { not: null } } })).toBe(1);
  expect(await read()).toMatchObject({ city: 'Bollnäs', streetAddress: 'Provgatan 1', version: 3 });

  const content = [{ ...found, ...on('2025-12-01') }, ...others('2025-12-01')];
  await importFiles(context, [{ name: 'Hofors.json', content }]);
  expect(await read()).toMatchObject({ city: 'Hofors', streetAddress: 'Hoforsvägen 3', version: 4 });
  expect(
    (await writtenEvents(context.db)).filter(({ name, ids }) => name === 'import.merged' && ids.includes(id))
      .length,
  ).toBeGreaterThan(1);
});

it('that say the same again touch nothing', async () => {
  const day = '2025-10-03';
  const again = { street_address: 'Hoforsvägen 3' };
  const tables = async () => {
    const { association, association_search, source_record } = await tableFingerprint(context.db);
    return { association, association_search, source_record };
  };
  const before = await tables();
  await hofors(day, again);
  expect(await tables()).toEqual(before);
});
