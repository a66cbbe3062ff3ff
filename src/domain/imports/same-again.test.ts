// Who is who from one run to the next: names that stand in for ids, corrected contacts, what lies in the trash.
import { expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import { importRecords, registerContact, registerRecord } from '#tests/support/register-records.ts';
import { deleteAssociation } from '../associations/commands.ts';

const later = '2025-11-27T05:21:00.000Z';
const first = '2025-10-27T05:21:00.000Z';

const named = (name: string, scraped_at = first) =>
  registerRecord(1, {
    source_system: 'RBOK',
    scraped_at,
    extras: {},
    contacts: [],
    association: { name, detail_url: 'https://bollnas.rbok.example/foreningsregister' },
  });

it('knows an association without an id again when one sign of its name has changed', async () => {
  const context = await testContext('manager');
  const before = ["Prov d'Arc", 'Versaler if', 'Streck - Klubben', 'Två  Mellanslag', 'Oförändrad IF'];
  const after = ['Prov d’Arc', 'VERSALER IF', 'Streck – Klubben', 'Två Mellanslag', 'Oförändrad IF'];
  await importRecords(
    context,
    before.map((name) => named(name)),
    'r.json',
  );
  const run = await importRecords(
    context,
    after.map((name) => named(name, later)),
    'r.json',
  );

  expect(run.counts).toMatchObject({ associations: { created: 0, updated: 3, unchanged: 2 }, missing: 0 });
  const names = await context.db.association.findMany({ select: { name: true } });
  expect(names.map(({ name }) => name).sort()).toEqual(after.toSorted());
});

it('keeps names apart that differ in letters or digits', async () => {
  const context = await testContext('manager');
  const names = ['Håbo IF', 'Habo IF', 'Lag 2 1', 'Lag 21'];
  const run = await importRecords(
    context,
    names.map((name) => named(name)),
    'r.json',
  );
  expect(run.counts.associations.created).toBe(4);
});

const people = (...contacts: ReturnType<typeof registerContact>[]) => contacts;
const contactsOf = async (context: Context) =>
  context.db.contact.findMany({
    where: { deletedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, missingSince: true },
  });

it('renames a contact whose name the register corrects, told by the e-mail address that is its alone', async () => {
  const context = await testContext('manager');
  const kim = (name: string) => registerContact(name, { contact_person_email: 'kim@prov.example' });
  await importRecords(context, [
    registerRecord(1, { contacts: people(kim('Kim Provson'), registerContact('Lo Attrapp')) }),
  ]);
  const [before] = await contactsOf(context);
  const run = await importRecords(context, [
    registerRecord(1, {
      scraped_at: later,
      contacts: people(kim('Kim Provsson'), registerContact('Lo Attrapp')),
    }),
  ]);
  expect(await contactsOf(context)).toEqual([
    { id: before?.id, name: 'Kim Provsson', missingSince: null },
    { id: expect.any(String), name: 'Lo Attrapp', missingSince: null },
  ]);
  expect(run.counts.contacts).toMatchObject({ created: 0, updated: 1 });
});

it('renames by the phone number where there is no e-mail address', async () => {
  const context = await testContext('manager');
  const sam = (name: string) =>
    registerContact(name, { contact_person_email: null, contact_person_phone: '070-174 06 06' });
  await importRecords(context, [registerRecord(1, { contacts: [sam('Sam Exempel')] })]);
  await importRecords(context, [
    registerRecord(1, { scraped_at: later, contacts: [sam('Sam Exempelsson')] }),
  ]);
  expect(await contactsOf(context)).toMatchObject([{ name: 'Sam Exempelsson', missingSince: null }]);
});

it('takes nobody for another where several share the address', async () => {
  const context = await testContext('manager');
  const office = (name: string) => registerContact(name, { contact_person_email: 'kansli@prov.example' });
  await importRecords(context, [registerRecord(1, { contacts: [office('Kim Prov'), office('Lo Attrapp')] })]);
  await importRecords(context, [
    registerRecord(1, { scraped_at: later, contacts: [office('Sam Exempel'), office('Lo Attrapp')] }),
  ]);
  expect(await contactsOf(context)).toMatchObject([
    { name: 'Kim Prov', missingSince: new Date(later) },
    { name: 'Lo Attrapp', missingSince: null },
    { name: 'Sam Exempel', missingSince: null },
  ]);
});

it('brings what lies in the trash up to date, leaves it there, and says so', async () => {
  const context = await testContext('manager');
  await importRecords(context, [registerRecord(1), registerRecord(2)]);
  const { id } = await context.db.association.findFirstOrThrow({ where: { name: 'Provföreningen 1' } });
  await deleteAssociation(context, { id });

  const run = await importRecords(context, [
    registerRecord(1, { scraped_at: later, association: { city: 'Arbrå' } }),
    registerRecord(2, { scraped_at: later, association: { city: 'Arbrå' } }),
  ]);

  expect(run.counts).toMatchObject({ associations: { created: 0, updated: 1, unchanged: 0 }, inTrash: 1 });
  expect(run.warnings).toEqual([{ code: 'in_trash', params: { associations: 1 } }]);
  const one = await context.db.association.findUniqueOrThrow({ where: { id } });
  expect(one).toMatchObject({ city: 'Arbrå', deletedAt: expect.any(Date) });
});
