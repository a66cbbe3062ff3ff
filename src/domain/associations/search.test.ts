import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { addAssociation, addContact } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { withFilterIndex } from '#tests/support/filter-index.ts';
import { assignTags, createTag } from '../tags/commands.ts';
import { deleteAssociation } from './commands.ts';
import { updateAssociation } from './edit.ts';
import { findAssociations } from './find.ts';
import { listAssociations } from './list.ts';

let ctx: Context;

const search = async (q: string, sort: 'name' | 'relevance' = 'name') =>
  (await listAssociations(ctx, { q, sort })).rows.map((row) => row.name);

async function addAll(): Promise<void> {
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
}

/** Searched by the database; by an index that has read the words; and by one that has only been told of changes. */
const ways = ['the database', 'the index in memory', 'the changes it has noted'] as const;

describe.each(ways)('by %s', (way) => {
  beforeEach(async () => {
    ctx = await testContext('manager');
    if (way === 'the changes it has noted') ctx = await withFilterIndex(ctx);
    await addAll();
    if (way === 'the index in memory') ctx = await withFilterIndex(ctx);
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

  describe('puts first what is meant by', () => {
    beforeEach(async () => {
      const names = [
        'S:t Görans Vänner',
        'F 19 Flygklubb',
        'Scouternas 1:a kår',
        'Tom & Jerry',
        'I.K. Lyktan',
        "O'Hara's Dans",
      ];
      for (const name of [...names, 'Stadens Göranklubb', 'Fotboll 1900', 'Tomtens jerrykannor'])
        await addAssociation(ctx, { name });
      await addAssociation(ctx, { name: 'IFK Arboga', orgNumber: '802999-0028', phone: '+46701740609' });
      if (way === 'the index in memory') ctx = await withFilterIndex(ctx);
    });

    it.each([
      ['St Görans', 'S:t Görans Vänner'],
      ['St. Göran', 'S:t Görans Vänner'],
      ['Sankt Görans', 'S:t Görans Vänner'],
      ['s:t göran', 'S:t Görans Vänner'],
      ['F19', 'F 19 Flygklubb'],
      ['1a', 'Scouternas 1:a kår'],
      ['Tom och Jerry', 'Tom & Jerry'],
      ['IK Lyktan', 'I.K. Lyktan'],
      ['oharas', "O'Hara's Dans"],
      ['174 06 09', 'IFK Arboga'],
      ['1740609', 'IFK Arboga'],
      ['+46 70 174 06 09', 'IFK Arboga'],
      ['16802999-0028', 'IFK Arboga'],
    ])('%s: %s', async (q, name) => {
      expect((await search(q, 'relevance'))[0]).toBe(name);
      expect((await findAssociations(ctx, { q }))[0]?.name).toBe(name);
    });
  });

  it('puts first what is written as it was typed', async () => {
    for (const name of ['Arsta båtklubb', 'Årsta båtklubb', 'Häusler', 'Hausler'])
      await addAssociation(ctx, { name });
    if (way === 'the index in memory') ctx = await withFilterIndex(ctx);
    expect(await search('Årsta', 'relevance')).toEqual(['Årsta båtklubb', 'Arsta båtklubb']);
    expect(await search('Arsta', 'relevance')).toEqual(['Arsta båtklubb', 'Årsta båtklubb']);
    expect(await search('häusler', 'relevance')).toEqual(['Häusler', 'Hausler']);
    expect(await search('HAUSLER', 'relevance')).toEqual(['Hausler', 'Häusler']);
  });

  it('covers the description and the tags, below all an association is known by', async () => {
    await addAssociation(ctx, { name: 'Alfa', descriptionText: 'Vi övar bågskytte varje vecka.' });
    await addAssociation(ctx, { name: 'Omega', activities: ['Bågskytte'] });
    const tagged = await addAssociation(ctx, { name: 'Beta' });
    const { id: tag } = await createTag(ctx, { name: 'Bågskyttar', colour: 'info' });
    await assignTags(ctx, { associationId: tagged, tagIds: [tag] });
    if (way === 'the index in memory') ctx = await withFilterIndex(ctx);
    const [best, ...told] = await search('bågsk', 'relevance');
    expect([best, told.toSorted()]).toEqual(['Omega', ['Alfa', 'Beta']]);
    await ctx.db.tag.update({ where: { id: tag }, data: { name: 'Ridning' } });
    expect(await search('bågsk', 'relevance')).toEqual(['Omega', 'Alfa']);
    expect(await search('ridning')).toEqual(['Beta']);
    await assignTags(ctx, { associationId: tagged, tagIds: [] });
    expect(await search('ridning')).toEqual([]);
  });

  it('pages through what it finds, each row once, in the order of one long page', async () => {
    for (let n = 0; n < 5; n += 1) {
      await addAssociation(ctx, { name: `Klubb ${n} i Malmö` });
      await addAssociation(ctx, { name: 'Malmö lika klubb' });
    }
    const whole = await listAssociations(ctx, { q: 'malmö', sort: 'relevance' });
    expect(whole).toMatchObject({ total: 12, nextCursor: null });
    const ids: string[] = [];
    for (let cursor: string | null = null, page = 0; page < 20; page += 1) {
      const next: typeof whole = await listAssociations(ctx, {
        q: 'malmö',
        sort: 'relevance',
        limit: 2,
        cursor,
      });
      ids.push(...next.rows.map(({ id }) => id));
      cursor = next.nextCursor;
      if (cursor === null) break;
    }
    expect(ids).toEqual(whole.rows.map(({ id }) => id));
  });

  it('finds a number that a person typed, however it was written', async () => {
    const id = await addAssociation(ctx, { name: 'Telefonklubben', phone: '070-174 06 07' });
    for (const q of ['0701740607', '070-174 06 07', '+46701740607'])
      expect(await search(q)).toEqual(['Telefonklubben']);
    expect(await ctx.db.association.findUnique({ where: { id } })).toMatchObject({ phone: '+46701740607' });
  });

  it('finds by what was just typed, and no longer by what it replaced', async () => {
    const [row] = (await listAssociations(ctx, { q: 'theatrale' })).rows;
    const id = row?.id ?? '';
    await updateAssociation(ctx, { id, version: 1, fields: { name: 'Teatersällskapet Lyktan' } });
    expect(await search('lyktan')).toEqual(['Teatersällskapet Lyktan']);
    expect(await search('theatrale')).toEqual([]);
  });

  it('narrows what it finds by the filters beside it', async () => {
    const names = async (municipality: string[]) =>
      (await listAssociations(ctx, { q: 'malmö', municipality })).rows.map((row) => row.name);
    expect(await names(['1265'])).toEqual(['Sjöbo Malmöfararna']);
    expect(await names(['0180'])).toEqual([]);
  });
});
