import { describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { addAssociation, addContact, setRegisterValues } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { createAssociation, updateAssociation } from './edit.ts';
import { listAssociations } from './list.ts';
import { getAssociation, getAssociationSource } from './queries.ts';

const read = ({ db }: Context, id: string) => db.association.findUniqueOrThrow({ where: { id } });
const foreign = '01a20000-0000-7000-8000-000000000000';

describe('association.create', () => {
  it('asks before a second with the same name, place and number, and tells which is there', async () => {
    const ctx = await testContext('user');
    const one = { name: 'Ekbackens IF', municipalityCode: '0180' };
    const { id } = await createAssociation(ctx, one);
    const error = await expectRefusal(ctx.db, 'conflict', () =>
      createAssociation(ctx, { ...one, name: 'EKBACKENS if' }),
    );
    expect(error.messageKey).toBe('associationThere');
    expect(error.details).toEqual({ there: id, name: 'Ekbackens IF' });
    await createAssociation(ctx, { ...one, municipalityCode: '1480' });
    await createAssociation(ctx, { ...one, orgNumber: '802002-1237' });
    await createAssociation(ctx, { ...one, evenIfThere: true });
    await ctx.db.association.updateMany({ data: { deletedAt: new Date() } });
    await createAssociation(ctx, one);
    expect(await ctx.db.association.count()).toBe(5);
  });

  it('asks before a second with an address that an association or its contact has, and tells whose it is', async () => {
    const ctx = await testContext('user');
    const { id } = await createAssociation(ctx, {
      name: 'Ekbackens IF',
      municipalityCode: '0180',
      otherEmails: ['info@ekbacken.example'],
      homepageUrl: 'https://www.ekbacken.example/',
    });
    await addContact(ctx, id, { name: 'Kim Provsson', phones: [{ kind: 'mobile', number: '+46701740606' }] });
    const other = { name: 'Ekbackens Idrottsförening', municipalityCode: '1480' };
    for (const [fields, address] of [
      [{ email: 'Info@Ekbacken.example' }, 'info@ekbacken.example'],
      [{ phone: '070-174 06 06' }, '+46701740606'],
      [{ homepageUrl: 'ekbacken.example' }, 'https://www.ekbacken.example'],
    ] as const) {
      const error = await expectRefusal(ctx.db, 'conflict', () =>
        createAssociation(ctx, { ...other, ...fields }),
      );
      expect(error).toMatchObject({
        messageKey: 'addressThere',
        details: { there: id, name: 'Ekbackens IF', address },
      });
    }
    await createAssociation(ctx, { ...other, email: 'info@ekbacken.example', evenIfThere: true });
    await createAssociation(ctx, { ...other, name: 'Ekdalens IF', email: 'info@ekdalen.example' });
  });

  it('stores the fields as they should be, and is found at once', async () => {
    const ctx = await testContext('user');
    const { id } = await createAssociation(ctx, {
      name: '  Testby Ryttarsällskap ',
      municipalityCode: '1480',
      orgNumber: '16802999 0010',
      homepageUrl: 'testby.example',
      postalCode: '41103',
      fiscalYearStart: '07-01',
      email: '',
      types: ['Idrott'],
      foundedYear: 1924,
    });
    expect(await read(ctx, id)).toMatchObject({
      name: 'Testby Ryttarsällskap',
      orgNumber: '802999-0010',
      homepageUrl: 'https://testby.example',
      postalCode: '411 03',
      fiscalYearStart: '0701',
      email: null,
      crmStatus: 'UNCONTACTED',
      pipeline: 'PROSPECT',
      version: 1,
    });
    const { rows } = await listAssociations(ctx, { q: 'ryttar', municipality: ['1480'], type: ['Idrott'] });
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('keeps nothing of what no key writes', async () => {
    const ctx = await testContext('user');
    const name = '\u0001\u001bTrosa\u0085 FK';
    const { id } = await createAssociation(ctx, {
      name,
      municipalityCode: '0180',
      descriptionText: 'Två\nrader\u0007',
    });
    expect(await ctx.db.association.findUnique({ where: { id } })).toMatchObject({
      name: 'Trosa FK',
      descriptionText: 'Två\nrader',
    });
  });

  it('writes one event, on its timeline', async () => {
    const ctx = await testContext('user');
    const { id } = await createAssociation(ctx, { name: 'Testby IF', municipalityCode: '0180' });
    expect(await writtenEvents(ctx.db)).toMatchObject([
      {
        name: 'association.created',
        ids: [id],
        associations: [id],
        actorType: 'user',
        details: { after: { name: 'Testby IF' } },
      },
    ]);
  });

  it('is refused to whom is not signed in', async () => {
    const ctx = await testContext('anonymous');
    await expectRefusal(ctx.db, 'unauthenticated', () =>
      createAssociation(ctx, { name: 'Testby IF', municipalityCode: '0180' }),
    );
  });

  it('needs a municipality that exists', async () => {
    const ctx = await testContext('user');
    await expectRefusal(ctx.db, 'not_found', () =>
      createAssociation(ctx, { name: 'Testby IF', municipalityCode: '9999' }),
    );
  });
});

describe('what cannot be stored is said at its field', () => {
  it.each([
    ['name', '   ', 'name'],
    ['orgNumber', '802999-0011', 'orgNumber'],
    ['orgNumber', '19811218-9876', 'orgNumberPersonal'],
    ['email', 'not an address', 'email'],
    ['homepageUrl', 'javascript:alert(1)', 'homepageUrl'],
    ['homepageUrl', 'https://kim:hemligt@testby.example', 'homepageUrl'],
    ['homepageUrl', 'http://localhost', 'homepageUrl'],
    ['postalCode', '1234', 'postalCode'],
    ['fiscalYearStart', '1301', 'fiscalYearStart'],
    ['foundedYear', 20, 'foundedYear'],
    ['descriptionText', 'Ring Kim, 19811218-9876', 'personalNumber'],
    ['otherInformation', 'kassör 811218-9876', 'personalNumber'],
    ['name', 'Kim Testlund 811218-9876', 'personalNumber'],
    ['streetAddress', 'c/o 19811218-9876', 'personalNumber'],
    ['activities', ['Fotboll', '811218-9876'], 'personalNumber'],
  ])('%s: %s', async (field, value, message) => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    const error = await expectRefusal(ctx.db, 'invalid', () =>
      updateAssociation(ctx, { id, version: 1, fields: { [field]: value } }),
    );
    expect(error.details).toMatchObject({
      fields: [{ path: expect.stringContaining(`fields.${field}`), message }],
    });
  });

  it.each([
    ['an unknown field', { crmStatus: 'MEMBER' }],
    ['a text without end', { name: 'a'.repeat(301) }],
    ['a list without end', { types: Array.from({ length: 101 }, (_, n) => `T${n}`) }],
    ['a NUL', { name: 'a\u0000b' }],
  ])('%s', async (_, given: object) => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    const fields: Parameters<typeof updateAssociation>[1]['fields'] = given;
    await expectRefusal(ctx.db, 'invalid', () => updateAssociation(ctx, { id, version: 1, fields }));
  });
});

describe('association.update', () => {
  it('changes only what differs, and tells both values', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, { name: 'Testby IF', city: 'Testby', types: ['Idrott'] });
    const result = await updateAssociation(ctx, {
      id,
      version: 1,
      fields: { name: 'Testby IF', city: 'Nystad', types: ['Idrott'] },
    });
    expect(result).toEqual({ id, version: 2 });
    expect((await writtenEvents(ctx.db)).slice(1)).toMatchObject([
      {
        name: 'association.updated',
        ids: [id],
        associations: [id],
        details: { before: { city: 'Testby' }, after: { city: 'Nystad' } },
      },
    ]);
    expect((await getAssociation(ctx, { id })).edited).toEqual(['city']);
  });

  it('that changes nothing writes nothing', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, { city: 'Testby' });
    expect(await updateAssociation(ctx, { id, version: 1, fields: { city: 'Testby' } })).toEqual({
      id,
      version: 1,
    });
    expect(await writtenEvents(ctx.db)).toHaveLength(1);
    expect((await getAssociation(ctx, { id })).edited).toEqual([]);
  });

  it('is found by its new words and no more by the old ones', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, { name: 'Kretsen Gnistan' });
    await updateAssociation(ctx, { id, version: 1, fields: { name: 'Sällskapet Stjärnan' } });
    expect((await listAssociations(ctx, { q: 'stjärnan' })).total).toBe(1);
    expect((await listAssociations(ctx, { q: 'gnistan' })).total).toBe(0);
  });

  it('from an older version is a conflict that shows what stands there, and who wrote it when', async () => {
    const ctx = await testContext('user');
    const colleague = await testContext('manager');
    const id = await addAssociation(ctx, { city: 'Testby' });
    await updateAssociation(colleague, { id, version: 1, fields: { city: 'Nystad' } });
    const error = await expectRefusal(ctx.db, 'conflict', () =>
      updateAssociation(ctx, { id, version: 1, fields: { city: 'Gamleby' } }),
    );
    expect(error).toMatchObject({
      messageKey: 'changedMeanwhile',
      details: {
        version: 2,
        current: { city: 'Nystad' },
        last: {
          by: colleague.actor.type === 'user' && colleague.actor.name,
          at: expect.any(Date),
        },
      },
    });
  });

  it('by two at once lets one through and tells the other', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx);
    const results = await Promise.allSettled(
      ['Nystad', 'Gamleby'].map((city) => updateAssociation(ctx, { id, version: 1, fields: { city } })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await writtenEvents(ctx.db)).toHaveLength(2);
  });

  it('to another municipality leaves the old list, unless a register names it there', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, { municipalityCode: '0180' });
    await updateAssociation(ctx, { id, version: 1, fields: {}, municipalityCode: '1480' });
    expect((await listAssociations(ctx, { municipality: ['0180'] })).total).toBe(0);
    expect((await listAssociations(ctx, { municipality: ['1480'] })).total).toBe(1);
  });

  it('of what is not there answers as for what lies in the trash', async () => {
    const ctx = await testContext('user');
    const gone = await addAssociation(ctx, {}, { deletedAt: new Date() });
    for (const id of [gone, foreign]) {
      await expectRefusal(ctx.db, 'not_found', () =>
        updateAssociation(ctx, { id, version: 1, fields: { city: 'Nystad' } }),
      );
    }
  });

  it('is refused to whom is not signed in', async () => {
    const id = await addAssociation(await testContext('user'));
    const ctx = await testContext('anonymous');
    await expectRefusal(ctx.db, 'unauthenticated', () =>
      updateAssociation(ctx, { id, version: 1, fields: { city: 'Nystad' } }),
    );
  });
});

describe('association.source', () => {
  it('tells for each field what the register says and who overruled it', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, { city: 'Testby', email: 'info@testby.example' });
    await setRegisterValues(ctx, id, { city: 'Testby', email: 'info@testby.example' });
    await updateAssociation(ctx, { id, version: 1, fields: { city: 'Nystad' } });
    const { fields } = await getAssociationSource(ctx, { id });
    expect(fields).toMatchObject([
      { field: 'city', registerValue: 'Testby', editedBy: 'Ulla Utterberg' },
      { field: 'email', registerValue: 'info@testby.example', editedBy: null },
    ]);
  });
});
