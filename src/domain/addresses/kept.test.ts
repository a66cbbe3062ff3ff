// Whatever writes associations and contacts: the table of addresses, the filter index and its listings say what the rows say.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Prisma } from '#prisma/client.ts';
import type { AddressKind } from '#prisma/enums.ts';
import { addAssociation } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { untilRead, withFilterIndex } from '#tests/support/filter-index.ts';
import { importRecords, registerContact, registerRecord } from '#tests/support/register-records.ts';
import { deleteAssociation, restoreAssociation } from '../associations/commands.ts';
import { acceptSuggestion, keepMine, updateAssociation } from '../associations/edit.ts';
import { getAssociation } from '../associations/queries.ts';
import {
  createContact,
  deleteContact,
  restoreContact,
  setPrimaryContact,
  updateContact,
} from '../contacts/commands.ts';
import { acceptContactSuggestion } from '../contacts/suggestions.ts';
import type { Context } from '../context.ts';
import { isDomainError } from '../errors.ts';
import { takeAsSame } from '../imports/take-as-same.ts';
import { unfiltered } from '../search/filter-index.ts';
import { addressValue } from './value.ts';

const emails = ['info@prov.example', 'Kassan@Prov.example', 'kim@prov.example'];
const phones = ['+46701740605', '070-174 06 06', 'ring kansliet'];
const links = ['https://www.prov.example/', 'https://prov.example/Om', 'http://attrapp.example'];
const register = { platform: 'IBGO' as const, instance: 'bollnas.ibgo.se' };

interface Dice {
  one<T>(values: readonly T[]): T | undefined;
  some<T>(values: readonly T[]): T[];
}
const dice = (numbers: number[]): Dice => {
  let at = 0;
  const next = () => numbers[at++ % numbers.length] ?? 0;
  return {
    one: (values) => values[next() % values.length],
    some: (values) => values.filter(() => next() % 2 === 0),
  };
};

let hour = 0;
function nextFile(): string {
  hour += 1;
  return new Date(Date.UTC(2025, 9, 27, hour)).toISOString();
}

const associations = ({ db }: Context, where: Prisma.AssociationWhereInput = { deletedAt: null }) =>
  db.association.findMany({ where, orderBy: { id: 'asc' } });
const contacts = ({ db }: Context, where: Prisma.ContactWhereInput = { deletedAt: null }) =>
  db.contact.findMany({ where: { association: { deletedAt: null }, ...where }, orderBy: { id: 'asc' } });

async function importSome(ctx: Context, { one, some }: Dice, offset: number) {
  const scraped_at = nextFile();
  const rows = [1, 2, 3, 4].map((id) =>
    registerRecord(id + offset, {
      scraped_at,
      municipality: 'Bollnäs',
      association: {
        name: `Provföreningen ${id}`,
        email: one(emails) ?? null,
        phone: one(phones) ?? null,
        homepage_url: one(links) ?? null,
        types: some(['Idrottsförening', 'Kulturförening']),
      },
      contacts: some(['Kim Provsson', 'Lo Attrapp']).map((name) =>
        registerContact(name, { contact_person_email: one(emails), contact_person_phone: one(phones) }),
      ),
    }),
  );
  return importRecords(ctx, rows.slice(0, 1 + (one([1, 3, 3]) ?? 0)));
}

// A step whose thing is not there, or that the product refuses, changes nothing.
const steps: Record<string, (ctx: Context, dice: Dice) => Promise<unknown>> = {
  create: (ctx, { one, some }) =>
    addAssociation(ctx, {
      email: one(emails) ?? null,
      otherEmails: some(emails),
      homepageUrl: one(links) ?? null,
      types: some(['Idrottsförening', 'Kulturförening']),
    }),
  async edit(ctx, { one, some }) {
    const it = one(await associations(ctx));
    const fields = {
      email: one([...emails, null]),
      phone: one([...phones, null]),
      otherPhones: some(phones),
    };
    const municipalityCode = one(['0180', '1480', '2183']);
    if (it) await updateAssociation(ctx, { id: it.id, version: it.version, fields, municipalityCode });
  },
  async answer(ctx, { one }) {
    const it = one(await associations(ctx));
    const offered = it && one((await getAssociation(ctx, { id: it.id })).suggestions);
    const answer = one([acceptSuggestion, keepMine]);
    if (it && offered && answer) await answer(ctx, { id: it.id, version: it.version, field: offered.field });
  },
  async trash(ctx, { one }) {
    const it = one(await associations(ctx));
    if (it) await deleteAssociation(ctx, { id: it.id });
  },
  async untrash(ctx, { one }) {
    const it = one(await associations(ctx, { deletedAt: { not: null } }));
    if (it) await restoreAssociation(ctx, { id: it.id });
  },
  async addContact(ctx, { one, some }) {
    const it = one(await associations(ctx));
    const fields = { name: 'Kim Provsson', emails: some(emails), links: some(links) };
    if (it) await createContact(ctx, { associationId: it.id, ...fields });
  },
  async editContact(ctx, { one, some }) {
    const it = one(await contacts(ctx));
    const fields = { emails: some(emails), phones: [{ kind: 'mobile' as const, number: '070-174 06 06' }] };
    if (it) await updateContact(ctx, { id: it.id, version: it.version, fields });
  },
  async answerContact(ctx, { one }) {
    const it = one(await contacts(ctx, { deletedAt: null, origin: 'REGISTER' }));
    const field = one(['emails', 'phones'] as const);
    if (it && field) await acceptContactSuggestion(ctx, { id: it.id, version: it.version, field });
  },
  async trashContact(ctx, { one }) {
    const it = one(await contacts(ctx));
    if (it) await deleteContact(ctx, { id: it.id });
  },
  async untrashContact(ctx, { one }) {
    const it = one(await contacts(ctx, { deletedAt: { not: null } }));
    if (it) await restoreContact(ctx, { id: it.id });
  },
  async setPrimary(ctx, { one }) {
    const it = one(await contacts(ctx));
    if (it) await setPrimaryContact(ctx, { id: it.id });
  },
  async bounce({ db }, { one }) {
    const it = one(await db.address.findMany({ orderBy: [{ bearerId: 'asc' }, { value: 'asc' }] }));
    if (it) await db.address.updateMany({ where: { value: it.value }, data: { state: 'BOUNCED' } });
  },
  importKnown: (ctx, rolled) => importSome(ctx, rolled, 0),
  async renumber(ctx, rolled) {
    const { runId } = await importSome(ctx, rolled, 100 * hour);
    await takeAsSame(ctx, { runId, ...register });
  },
};

/** Every address that the rows hold, worked out without the database. */
async function borne({ db }: Context) {
  const found = new Map<string, string>();
  const add = (bearer: string, kind: AddressKind, field: string, shown: string | null) => {
    const key = shown === null ? '' : `${bearer} ${kind} ${addressValue(kind, shown)}`;
    if (shown !== null && !found.has(key)) found.set(key, `${field} ${shown}`);
  };
  for (const { id, ...it } of await db.association.findMany()) {
    const own = `${id} ${id}`;
    add(own, 'EMAIL', 'email', it.email);
    for (const shown of it.otherEmails) add(own, 'EMAIL', 'otherEmails', shown);
    add(own, 'PHONE', 'phone', it.phone);
    for (const shown of it.otherPhones) add(own, 'PHONE', 'otherPhones', shown);
    add(own, 'LINK', 'homepageUrl', it.homepageUrl);
  }
  for (const { id, associationId, ...it } of await db.contact.findMany()) {
    const own = `${associationId} ${id}`;
    for (const shown of it.emails) add(own, 'EMAIL', 'emails', shown);
    for (const { number } of it.phones as { number: string }[]) add(own, 'PHONE', 'phones', number);
    for (const shown of it.links) add(own, 'LINK', 'links', shown);
  }
  return [...found].map(([key, value]) => `${key} ${value}`).sort();
}

const noted = async ({ db }: Context) =>
  (await db.address.findMany({ where: { field: { not: null } } }))
    .map((it) => `${it.associationId} ${it.bearerId} ${it.kind} ${it.value} ${it.field} ${it.shown}`)
    .sort();

const bounced = async ({ db }: Context) =>
  (await db.address.findMany({ where: { state: 'BOUNCED' } })).map(({ bearerId, kind, value }) =>
    [bearerId, kind, value].join(' '),
  );

/** Everybody and everything that may bear an address, also in the trash. */
async function bearers({ db }: Context) {
  const rows = [
    ...(await db.association.findMany({ select: { id: true } })),
    ...(await db.contact.findMany({ select: { id: true } })),
  ];
  return new Set(rows.map(({ id }) => id));
}

/** What filters select, by rows that are read one by one. */
async function filtered({ db }: Context) {
  const all = await db.association.findMany({
    where: { deletedAt: null },
    include: { listings: true, contacts: { where: { deletedAt: null } } },
    orderBy: { seq: 'asc' },
  });
  const those = (test: (one: (typeof all)[number]) => boolean) => all.filter(test).map(({ seq }) => seq);
  return {
    all: those(() => true),
    withEmail: those(({ email, contacts: of }) => email !== null || of.some((one) => one.emails.length > 0)),
    inBollnas: those(({ listings }) => listings.some((one) => one.municipalityCode === '2183')),
    inStockholm: those(({ listings }) => listings.some((one) => one.municipalityCode === '0180')),
    sport: those(({ types }) => types.includes('Idrottsförening')),
  };
}

async function selected({ providers }: Context) {
  await untilRead(providers.filters);
  const select = async (filter: Partial<typeof unfiltered>) =>
    (await providers.filters.select({ ...unfiltered, ...filter }))?.seqs().sort((a, b) => a - b);
  return {
    all: await select({}),
    withEmail: await select({ hasEmail: true }),
    inBollnas: await select({ municipality: ['2183'] }),
    inStockholm: await select({ municipality: ['0180'] }),
    sport: await select({ type: ['Idrottsförening'] }),
  };
}

it('stays true through any order of edits, imports, answers, trash and restore', async () => {
  const ctx = await withFilterIndex(await testContext('manager'));
  const step = fc.tuple(
    fc.constantFrom(...Object.keys(steps)),
    fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  );
  const onceBounced = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 16 }), async (sequence) => {
      for (const [name, numbers] of [['importKnown', [0, 1, 2]] as const, ...sequence]) {
        await steps[name]?.(ctx, dice([...numbers])).catch((error: unknown) => {
          if (!isDomainError(error)) throw error;
        });
        for (const key of await bounced(ctx)) onceBounced.add(key);
      }
      expect(await noted(ctx)).toEqual(await borne(ctx));
      const there = await bearers(ctx);
      const remembered = [...onceBounced].filter((key) => there.has(key.split(' ')[0] ?? ''));
      expect((await bounced(ctx)).sort()).toEqual(remembered.sort());
      expect(await selected(ctx)).toEqual(await filtered(ctx));
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 60_000);
