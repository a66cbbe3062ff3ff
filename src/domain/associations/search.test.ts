import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { addAssociation, addContact } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { deleteAssociation } from './commands.ts';
import { listAssociations } from './list.ts';
import { findAssociations } from './queries.ts';

let ctx: Context;

const search = async (q: string, sort: 'name' | 'relevance' = 'name') =>
  (await listAssociations(ctx, { q, sort })).rows.map((row) => row.name);

beforeEach(async () => {
  ctx = await testContext('manager');
  const lion = await addAssociation(ctx, {
    name: 'Ängelholms Löparförening',
    municipalityCode: '1292',
    orgNumber: '802999-0010',
    city: 'Munka-Ljungby',
    email: 'info@loparna.example',
    phone: '+46701740606',
    types: ['Idrottsförening'],
  });
  await addContact(ctx, lion, { name: 'Åsa Exempelsson', emails: ['asa@privat.example'] });
  await addAssociation(ctx, {
    name: 'Malmö Fotbollsklubb',
    municipalityCode: '1280',
    activities: ['Fotboll'],
  });
  await addAssociation(ctx, { name: 'Sjöbo Malmöfararna', municipalityCode: '1265' });
  await addAssociation(ctx, { name: 'Société Théâtrale', municipalityCode: '0180' });
  const gone = await addAssociation(ctx, { name: 'Malmö Glömda Klubb', municipalityCode: '1280' });
  await deleteAssociation(ctx, { id: gone });
});

describe('finds an association by', () => {
  it.each([
    ['its name', 'Ängelholms Löparförening'],
    ['its name without accents', 'angelholms loparforening'],
    ['the beginning of a word', 'löpar'],
    ['words in another order', 'löparförening ängelholms'],
    ['a part of a word', 'parför'],
    ['a misspelt word', 'Änglholms'],
    ['two misspelt words', 'ängelhoms löparfören'],
    ['its number', '802999-0010'],
    ['its number without a dash', '8029990010'],
    ['its city, with or without the hyphen', 'munka ljungby'],
    ['its municipality', 'ängelholm'],
    ['its type', 'idrottsförening'],
    ['its address', 'info@loparna.example'],
    ['a contact', 'åsa exempelsson'],
    ["a contact's address", 'asa@privat'],
    ['its phone as it is stored', '+46701740606'],
  ])('%s', async (_, q) => {
    expect(await search(q)).toEqual(['Ängelholms Löparförening']);
  });

  it('a French name typed plainly', async () => {
    expect(await search('societe theatrale')).toEqual(['Société Théâtrale']);
  });

  it('its phone as people write it', async () => {
    expect(await search('070-174 06 06')).toEqual(['Ängelholms Löparförening']);
    expect(await search('0701740606')).toEqual(['Ängelholms Löparförening']);
  });
});

describe('a search', () => {
  it('puts the name that begins with the words first', async () => {
    expect(await search('malmö', 'relevance')).toEqual(['Malmö Fotbollsklubb', 'Sjöbo Malmöfararna']);
  });

  it('wants all of its words', async () => {
    expect(await search('malmö fotboll')).toEqual(['Malmö Fotbollsklubb']);
  });

  it.each(['xyzzyqwert', '***', '- -', '%', "'; DROP TABLE association; --"])(
    'for %s finds nothing',
    async (q) => {
      expect(await listAssociations(ctx, { q })).toEqual({ rows: [], nextCursor: null, total: 0 });
    },
  );

  it('never shows what lies in the trash', async () => {
    expect(await search('glömda')).toEqual([]);
    expect(await findAssociations(ctx, { q: 'glömda' })).toEqual([]);
  });

  it('in the palette gives the few best', async () => {
    expect(await findAssociations(ctx, { q: 'malm', limit: 1 })).toEqual([
      { id: expect.any(String), name: 'Malmö Fotbollsklubb', municipality: 'Malmö', orgNumber: null },
    ]);
    expect(await findAssociations(ctx, { q: '  ' })).toEqual([]);
  });
});
