// Who is who from one run to the next: names that stand in for ids, corrected contacts, what lies in the trash.
import { expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { importRecords, registerContact, registerRecord } from '#tests/support/register-records.ts';
import { deleteAssociation } from '../associations/commands.ts';
import { addNote } from '../notes/commands.ts';
import { confirmMissing } from './commands.ts';
import { takeAsSame } from './take-as-same.ts';

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

const numbered = (ids: number[], offset: number, scraped_at = first) =>
  ids.map((id) => registerRecord(id + offset, { scraped_at, association: { name: `Provföreningen ${id}` } }));
const register = { platform: 'IBGO' as const, instance: 'bollnas.ibgo.se' };
const missing = ({ db }: Context) => db.sourceRecord.count({ where: { missingSince: { not: null } } });

it('holds a register that gave all its associations new ids, and takes them as the same when a person says so', async () => {
  const context = await testContext('manager');
  const ids = [1, 2, 3, 4, 5];
  await importRecords(context, numbered(ids, 0));
  const known = await context.db.association.findMany({ orderBy: { name: 'asc' }, select: { id: true } });
  const run = await importRecords(context, numbered(ids, 100, later));

  expect(run.counts).toMatchObject({ associations: { created: 5 }, missing: 0 });
  expect(run.warnings).toEqual([
    { code: 'renumbered', params: { register: 'bollnas.ibgo.se', gone: 5, before: 5, sameNames: 5 } },
  ]);
  expect(run.held).toMatchObject([{ ...register, before: 5, now: 0, sameNames: 5 }]);
  expect(await missing(context)).toBe(0);

  const user = await testContext('user');
  await expectRefusal(context.db, 'forbidden', () => takeAsSame(user, { runId: run.runId, ...register }));
  await expectRefusal(context.db, 'not_found', () =>
    takeAsSame(context, { runId: run.runId, ...register, instance: 'other.ibgo.se' }),
  );
  expect(await takeAsSame(context, { runId: run.runId, ...register })).toEqual({ same: 5, missing: 0 });
  await expectRefusal(context.db, 'not_found', () => takeAsSame(context, { runId: run.runId, ...register }));

  const now = await context.db.association.findMany({ orderBy: { name: 'asc' }, select: { id: true } });
  expect(now).toEqual(known);
  expect((await writtenEvents(context.db)).at(-1)).toMatchObject({
    name: 'import.takenAsSame',
    ids: [run.runId],
    associations: known.map(({ id }) => id).sort(),
    details: { register: 'bollnas.ibgo.se', same: 5, missing: 0 },
  });

  // The next file brings the values of the new ids to the associations that were there.
  const next = await importRecords(context, numbered(ids, 100, '2025-12-27T05:21:00.000Z'));
  expect(next.counts).toMatchObject({ associations: { created: 0 }, missing: 0 });
  expect(next.held).toEqual([]);
  expect(await missing(context)).toBe(0);
});

it('marks the old ones as gone when a person says that the new ones are really new', async () => {
  const context = await testContext('manager');
  await importRecords(context, numbered([1, 2], 0));
  const run = await importRecords(context, numbered([1, 2], 100, later));
  expect(await confirmMissing(context, { runId: run.runId, ...register })).toEqual({ missing: 2 });
  expect(await missing(context)).toBe(2);
  expect(await context.db.association.count()).toBe(4);
  await expectRefusal(context.db, 'conflict', () => takeAsSame(context, { runId: run.runId, ...register }));
});

it('leaves a copy alone on which somebody has worked', async () => {
  const context = await testContext('manager');
  await importRecords(context, numbered([1, 2], 0));
  const run = await importRecords(context, numbered([1, 2], 100, later));
  const copy = await context.db.sourceRecord.findFirstOrThrow({ where: { externalId: '101' } });
  await addNote(context, { associationId: copy.associationId, kind: 'note', text: 'Ringde i dag.' });

  expect(await takeAsSame(context, { runId: run.runId, ...register })).toEqual({ same: 1, missing: 0 });
  expect(await context.db.association.count()).toBe(3);
  expect(await context.db.note.count()).toBe(1);
});

it('asks about the one whose id changed, and marks the others that are gone', async () => {
  const context = await testContext('manager');
  await importRecords(context, numbered([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0));
  const run = await importRecords(context, [
    ...numbered([1, 2, 3, 4, 5, 6, 7, 8], 0, later),
    ...numbered([9], 100, later),
  ]);
  expect(run.held).toMatchObject([{ before: 10, now: 8, sameNames: 1 }]);
  expect(run.counts.missing).toBe(1);
  const gone = await context.db.sourceRecord.findMany({ where: { missingSince: { not: null } } });
  expect(gone.map(({ externalId }) => externalId)).toEqual(['10']);
});

it('counts associations that are named again, not rows', async () => {
  const context = await testContext('manager');
  await importRecords(context, numbered([1, 2, 3, 4, 5], 0));
  const run = await importRecords(context, [
    ...numbered([1, 2], 0, later),
    ...['Alfa', 'Beta', 'Gamma'].map((name, at) =>
      registerRecord(at + 50, { scraped_at: later, association: { name: `${name} ridklubb` } }),
    ),
  ]);
  expect(run.held).toMatchObject([{ before: 5, now: 2 }]);
  expect(run.warnings).toMatchObject([{ code: 'fewer_rows', params: { before: 5, now: 2 } }]);
  expect(await missing(context)).toBe(0);
});

it('tells of a name that is gone and one that is nearly the same: renamed?', async () => {
  const context = await testContext('manager');
  const stay = ['Ett', 'Två', 'Tre', 'Fyra'].map((word) => `Oförändrade ${word}`);
  await importRecords(
    context,
    [...stay, 'Provstads Hembygdsförening', 'Lag 2'].map((name) => named(name)),
    'r.json',
  );
  const run = await importRecords(
    context,
    [...stay, 'Provstad Hembygdsförening', 'Lag 3'].map((name) => named(name, later)),
    'r.json',
  );
  expect(run.counts).toMatchObject({ associations: { created: 2 } });
  expect(run.warnings.filter(({ code }) => code === 'renamed')).toMatchObject([
    { params: { before: 'Provstads Hembygdsförening', now: 'Provstad Hembygdsförening' } },
  ]);
});

it('tells of one that is gone and one that alone has its e-mail address: renamed?', async () => {
  const context = await testContext('manager');
  const stay = ['Ett', 'Två', 'Tre', 'Fyra', 'Fem'].map((word) => `Oförändrade ${word}`);
  const rowOf = (name: string, email: string, scraped_at: string) => {
    const row = named(name, scraped_at);
    return { ...row, association: { ...row.association, email, phone: null } };
  };
  const file = (now: [string, string][], at: string) => [
    ...stay.map((name) => rowOf(name, 'fritid@prov.example', at)),
    ...now.map(([name, email]) => rowOf(name, email, at)),
  ];
  await importRecords(
    context,
    file(
      [
        ['Granens Boule', 'info@granen.example'],
        ['Tallens Kör', 'fritid@prov.example'],
      ],
      first,
    ),
    'r.json',
  );
  const run = await importRecords(
    context,
    file(
      [
        ['Provstads Klotklubb', 'INFO@granen.example'],
        ['Kulturhusets Vänner', 'fritid@prov.example'],
      ],
      later,
    ),
    'r.json',
  );
  expect(run.warnings.filter(({ code }) => code === 'renamed')).toMatchObject([
    { params: { before: 'Granens Boule', now: 'Provstads Klotklubb' } },
  ]);
});
