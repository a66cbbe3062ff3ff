import { describe, expect, it } from 'vitest';
import { updateAssociation } from '#domain/associations/edit.ts';
import { getAssociation } from '#domain/associations/queries.ts';
import { updateContact } from '#domain/contacts/commands.ts';
import type { Context } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import { tableFingerprint } from '#tests/support/database.ts';
import { writtenEvents } from '#tests/support/expect.ts';
import {
  importFiles,
  importRecords,
  registerContact,
  registerRecord,
} from '#tests/support/register-records.ts';

const later = { scraped_at: '2025-11-27T05:21:00.000Z' };
const associationOf = (context: Context, name: string) =>
  context.db.association.findFirstOrThrow({
    where: { name },
    include: { origin: true, sourceRecords: true },
  });
const ownedBy = [
  'association',
  'association_listing',
  'association_origin',
  'association_search',
  'contact',
  'source_record',
];

async function fingerprint(context: Context) {
  const all = await tableFingerprint(context.db);
  return Object.fromEntries(ownedBy.map((table) => [table, all[table]]));
}

describe('an import', () => {
  it('creates associations with contacts, origin, source record and listing, and says so in events', async () => {
    const context = await testContext('manager');
    const run = await importRecords(context, [registerRecord(1), registerRecord(2)]);

    expect(run).toMatchObject({ state: 'DONE', rows: 2, fileCount: 1, warnings: [] });
    expect(run.counts).toMatchObject({
      associations: { created: 2, updated: 0, unchanged: 0 },
      contacts: { created: 2, updated: 0, unchanged: 0 },
    });
    const one = await associationOf(context, 'Provföreningen 1');
    expect(one).toMatchObject({
      municipalityCode: '2183',
      postalCode: '821 30',
      phone: '+46701740605',
      hasEmail: true,
    });
    expect(one.origin).toBeNull();
    expect(one.sourceRecords).toMatchObject([
      {
        instance: 'bollnas.ibgo.se',
        externalId: '1',
        missingSince: null,
        fields: { name: 'Provföreningen 1', city: 'Bollnäs' },
        moved: {},
        firstRunId: run.runId,
      },
    ]);
    expect(await context.db.contact.findMany({ where: { associationId: one.id } })).toMatchObject([
      { name: 'Anna Provsson', role: 'CHAIR', isPrimary: true, origin: 'REGISTER' },
    ]);
    const events = await writtenEvents(context.db);
    expect(events.map(({ name }) => name)).toEqual(['import.started', 'import.merged', 'import.finished']);
    expect(events[1]?.ids).toContain(one.id);
    const municipality = await context.db.municipality.findUniqueOrThrow({ where: { code: '2183' } });
    expect(municipality).toMatchObject({
      registerState: 'ok',
      lastScrapedAt: new Date('2025-10-27T05:21:00.000Z'),
    });
  });

  it('changes nothing and writes no event when the same file comes again', async () => {
    const context = await testContext('manager');
    const records = [registerRecord(1), registerRecord(2)];
    await importRecords(context, records);
    const [before, events] = [await fingerprint(context), await writtenEvents(context.db)];

    const again = await importRecords(context, records);

    expect(again.counts.associations).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(again.counts.contacts).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await fingerprint(context)).toEqual(before);
    const since = (await writtenEvents(context.db)).slice(events.length);
    expect(since).toMatchObject([{ name: 'import.started', ids: [again.runId] }]);
  });

  it('updates what moved in the register and keeps the value before in the journal', async () => {
    const context = await testContext('manager');
    await importRecords(context, [registerRecord(1), registerRecord(2)]);
    const run = await importRecords(context, [
      registerRecord(1, { ...later, association: { city: 'Arbrå' } }),
      registerRecord(2, later),
    ]);

    expect(run.counts.associations).toEqual({ created: 0, updated: 1, unchanged: 1 });
    const one = await associationOf(context, 'Provföreningen 1');
    expect(one).toMatchObject({ city: 'Arbrå', version: 2 });
    const [change] = await context.db.importChange.findMany({ where: { runId: run.runId } });
    expect(change).toMatchObject({ associationId: one.id, action: 'updated', changed: ['city'] });
    expect(change?.before).toMatchObject({
      fields: { city: 'Bollnäs' },
      source: { fields: { city: 'Bollnäs', postalCode: '821 30' }, moved: {}, missingSince: null },
    });
  });

  it("never overwrites a person's edit, and keeps the register's newer value beside it", async () => {
    const context = await testContext('manager');
    await importRecords(context, [registerRecord(1)]);
    const one = await associationOf(context, 'Provföreningen 1');
    await updateAssociation(context, { id: one.id, version: one.version, fields: { city: 'Kilafors' } });

    const changed = registerRecord(1, {
      ...later,
      association: { city: 'Arbrå', street_address: 'Nygatan 2' },
    });
    const run = await importRecords(context, [changed]);

    const after = await associationOf(context, 'Provföreningen 1');
    expect(after).toMatchObject({ city: 'Kilafors', streetAddress: 'Nygatan 2' });
    expect(after.sourceRecords).toMatchObject([
      {
        fields: { city: 'Arbrå' },
        moved: { city: { run: run.runId, at: expect.stringContaining('2025-11-27') } },
      },
    ]);
    expect(after.origin).toMatchObject({ person: { city: { value: 'Kilafors', kept: 'Bollnäs' } } });
    expect((await getAssociation(context, { id: one.id })).suggestions).toEqual([
      { field: 'city', mine: 'Kilafors', register: 'Arbrå', sourceId: after.sourceRecords[0]?.id },
    ]);
  });

  it('leaves alone what people added: contacts, notes and tags', async () => {
    const context = await testContext('manager');
    const { db, actor } = context;
    await importRecords(context, [registerRecord(1)]);
    const { id } = await associationOf(context, 'Provföreningen 1');
    const own = crypto.randomUUID();
    await db.contact.create({ data: { id: own, associationId: id, name: 'Egen Kontakt', origin: 'PERSON' } });
    if (actor.type !== 'user') throw new Error('a manager is a user');
    await db.note.create({
      data: { id: own, associationId: id, kind: 'NOTE', text: 'Ring i maj', authorId: actor.id },
    });
    await db.tag.create({
      data: { id: own, name: 'Viktig', colour: 'green', links: { create: { associationId: id } } },
    });
    const people = async () => [
      await db.contact.findUnique({ where: { id: own } }),
      await db.note.findMany(),
      await db.associationTag.findMany(),
    ];
    const before = await people();

    await importRecords(context, [
      registerRecord(1, { ...later, contacts: [], association: { city: 'Arbrå' } }),
    ]);

    expect(await people()).toEqual(before);
  });

  it('marks a contact that the register no longer names, and takes it back when it returns', async () => {
    const context = await testContext('manager');
    const [anna, bertil] = [registerContact('Anna Provsson'), registerContact('Bertil Provsson')];
    await importRecords(context, [registerRecord(1, { contacts: [anna, bertil] })]);
    await importRecords(context, [
      registerRecord(1, { ...later, contacts: [anna, registerContact('Cia Provsson')] }),
    ]);
    const contacts = () => context.db.contact.findMany({ orderBy: { name: 'asc' } });
    expect((await contacts()).map(({ name, missingSince }) => [name, missingSince !== null])).toEqual([
      ['Anna Provsson', false],
      ['Bertil Provsson', true],
      ['Cia Provsson', false],
    ]);

    await importRecords(context, [
      registerRecord(1, { scraped_at: '2025-12-27T05:21:00.000Z', contacts: [anna, bertil] }),
    ]);
    expect((await contacts()).map(({ missingSince }) => missingSince !== null)).toEqual([false, false, true]);
    expect((await contacts()).filter(({ isPrimary }) => isPrimary)).toHaveLength(1);
  });

  it("leaves a contact's field that a person corrected, and lets the others follow the register", async () => {
    const context = await testContext('manager');
    const anna = (fields: object) =>
      registerContact('Anna Provsson', { contact_person_role: 'Kassör', ...fields });
    await importRecords(context, [registerRecord(1, { contacts: [anna({})] })]);
    const { id, version } = await context.db.contact.findFirstOrThrow();
    await updateContact(context, {
      id,
      version,
      fields: { phones: [{ kind: 'mobile', number: '070-174 06 06' }] },
    });

    const news = { contact_person_role: 'Ordförande', contact_person_phone: '070-174 06 07' };
    await importRecords(context, [registerRecord(1, { ...later, contacts: [anna(news)] })]);

    const phones = [{ kind: 'mobile', number: '+46701740606' }];
    const after = await context.db.contact.findUniqueOrThrow({ where: { id } });
    expect(after).toMatchObject({
      role: 'CHAIR',
      emails: ['annaprovsson@prov.example'],
      phones,
      person: { phones: { value: phones, kept: [] } },
      version: version + 2,
    });
  });

  it('never blanks a field by a row without detail', async () => {
    const context = await testContext('manager');
    const fri = (association: Record<string, unknown>, rest = {}) => ({
      ...registerRecord(1, {
        association: { detail_url: 'https://fri.hofors.se/forening/visa.aspx?id=PROV', ...association },
        municipality: 'Hofors',
        ...rest,
      }),
      source_system: 'FRI',
      extras: {},
    });
    await importRecords(context, [fri({})]);
    const bare = {
      street_address: null,
      postal_code: null,
      city: null,
      email: null,
      phone: null,
      homepage_url: null,
    };
    const run = await importRecords(context, [fri(bare, { ...later, contacts: [] })]);

    expect(run.issueCounts).toMatchObject({ incomplete_record: 1 });
    const one = await associationOf(context, 'Provföreningen 1');
    expect(one).toMatchObject({ city: 'Bollnäs', email: 'info@prov1.example', incomplete: true });
    expect(await context.db.contact.count({ where: { missingSince: null } })).toBe(1);
  });

  it('takes nothing from a file older than what is known', async () => {
    const context = await testContext('manager');
    await importRecords(context, [registerRecord(1, later)]);
    const before = await fingerprint(context);
    const run = await importRecords(context, [registerRecord(1, { association: { city: 'Gammelby' } })]);

    expect(run.counts).toMatchObject({ associations: { unchanged: 1, updated: 0 }, older: 1 });
    expect(run.warnings).toEqual([{ code: 'older_rows', params: { rows: 1 } }]);
    expect(await fingerprint(context)).toEqual(before);
  });

  it('lists one association under both municipalities that share a register', async () => {
    const context = await testContext('manager');
    const shared = (municipality: string, scraped_at: string) =>
      registerRecord(7, {
        municipality,
        scraped_at,
        association: { detail_url: 'https://saffle.ibgo.se/Association/7' },
      });
    const run = await importFiles(context, [
      { name: 'amal_IBGO.json', content: [shared('Amal', '2025-10-27T05:20:00Z')] },
      { name: 'saffle_IBGO.json', content: [shared('Saffle', '2025-10-27T05:21:00Z')] },
    ]);

    const rows = await context.db.association.findMany({
      include: { listings: { orderBy: { municipalityCode: 'asc' } } },
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.municipalityCode).toBe('1785');
    expect(rows[0]?.listings.map(({ municipalityCode }) => municipalityCode)).toEqual(['1492', '1785']);
    expect(run.warnings.map(({ code }) => code).sort()).toEqual([
      'host_of_other_municipality',
      'shared_register',
    ]);
  });

  it('takes the JSON Lines twin of a file for its original spelling', async () => {
    const context = await testContext('manager');
    const written = (association: Record<string, unknown>) => registerRecord(1, { association });
    const run = await importFiles(context, [
      { name: 'Bollnas.jsonl', content: `${JSON.stringify(written({ city: 'Bollnäs By' }))}\n` },
      { name: 'Bollnas.json', content: [written({ city: 'Bollnäs by' })] },
    ]);
    expect(run.warnings).toEqual([{ code: 'twin_files', params: { file: 'Bollnas' } }]);
    expect((await associationOf(context, 'Provföreningen 1')).city).toBe('Bollnäs By');
  });

  it('never keeps a personal identity number, in a field, in the raw row or in an issue', async () => {
    const context = await testContext('manager');
    const secret = '19811218-9876';
    const run = await importRecords(context, [
      registerRecord(1, { association: { org_number: '811218-9876', description: `Född ${secret}` } }),
    ]);
    expect(run.issueCounts).toMatchObject({ org_number_personal: 1 });
    expect((await associationOf(context, 'Provföreningen 1')).naturalPerson).toBe(true);
    const everything = await context.db.$queryRaw<{ text: string }[]>`
      SELECT concat((SELECT json_agg(a) FROM association a), (SELECT json_agg(s) FROM source_record s),
        (SELECT json_agg(i) FROM import_issue i), (SELECT json_agg(o) FROM association_origin o),
        (SELECT json_agg(t) FROM association_search t), (SELECT json_agg(f) FROM import_file f)) AS text`;
    expect(everything[0]?.text).not.toMatch(/811218-?9876|9876/);
  });
});
