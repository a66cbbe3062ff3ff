import { beforeEach, describe, expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { deleteAssociation } from '../associations/commands.ts';
import { createAssociation } from '../associations/edit.ts';
import type { Context } from '../context.ts';
import {
  createContact,
  deleteContact,
  restoreContact,
  setPrimaryContact,
  updateContact,
} from './commands.ts';
import { type ContactValues, contactSuggestions } from './rules.ts';
import { acceptContactSuggestion, keepMyContact } from './suggestions.ts';

let user: Context;
let associationId: string;

beforeEach(async () => {
  user = await testContext('user');
  associationId = (await createAssociation(user, { name: 'Ekbackens IF', municipalityCode: '0180' })).id;
});

const add = (name: string, more = {}) => createContact(user, { associationId, name, ...more });
const read = (id: string) => user.db.contact.findUniqueOrThrow({ where: { id } });
const primaries = () =>
  user.db.contact.findMany({
    where: { associationId, isPrimary: true, deletedAt: null },
    select: { id: true },
  });
const lastEvent = async () => (await writtenEvents(user.db)).at(-1);

describe('contact.create', () => {
  it('keeps addresses in one form, makes the first one primary and tells it', async () => {
    const { id } = await add('Eva Exempel', {
      role: 'CHAIR',
      emails: [' Eva@Ekbacken.example '],
      phones: [{ kind: 'mobile', number: '070-174 06 05' }],
      links: ['www.ekbacken.example'],
    });
    expect(await read(id)).toMatchObject({
      name: 'Eva Exempel',
      emails: ['eva@ekbacken.example'],
      phones: [{ kind: 'mobile', number: '+46701740605' }],
      links: ['https://www.ekbacken.example'],
      isPrimary: true,
      origin: 'PERSON',
    });
    expect(await lastEvent()).toMatchObject({
      name: 'contact.created',
      ids: [id],
      associations: [associationId],
    });
  });

  it('leaves the association at its version, so that an open form is no conflict, and makes it findable', async () => {
    await add('Eva Exempel', { emails: ['eva@ekbacken.example'] });
    const association = await user.db.association.findUniqueOrThrow({ where: { id: associationId } });
    expect(association).toMatchObject({ version: 1, hasEmail: true });
    const [{ folded } = { folded: '' }] = await user.db.$queryRaw<{ folded: string }[]>`
      SELECT folded FROM association_search WHERE association_id = ${associationId}::uuid`;
    expect(folded).toContain('exempel');
  });

  it('refuses what is no address, no number, or a personal identity number', async () => {
    const bad = [
      { name: 'Eva', emails: ['eva@'] },
      { name: 'Eva', phones: [{ kind: 'mobile' as const, number: '12' }] },
      { name: 'Eva', links: ['javascript:alert(1)'] },
      { name: 'Eva 19811218-9876' },
      {},
      { name: '  ' },
    ];
    for (const fields of bad) {
      await expectRefusal(user.db, 'invalid', () => createContact(user, { associationId, ...fields }));
    }
  });

  it('is refused to strangers and for what is in the trash', async () => {
    const nobody = await testContext('anonymous');
    await expectRefusal(user.db, 'unauthenticated', () =>
      createContact(nobody, { associationId, name: 'Eva' }),
    );
    await deleteAssociation(await testContext('manager'), { id: associationId });
    await expectRefusal(user.db, 'not_found', () => add('Eva'));
  });
});

describe('contact.update', () => {
  it('changes only what was sent, and tells both values', async () => {
    const { id } = await add('Eva Exempel', { emails: ['eva@ekbacken.example'] });
    expect(await updateContact(user, { id, version: 1, fields: { role: 'TREASURER' } })).toEqual({
      id,
      version: 2,
    });
    expect(await read(id)).toMatchObject({ role: 'TREASURER', emails: ['eva@ekbacken.example'] });
    expect((await lastEvent())?.details).toMatchObject({
      before: { role: null },
      after: { role: 'TREASURER' },
    });
  });

  it('writes nothing when nothing was changed', async () => {
    const { id } = await add('Eva Exempel');
    const before = (await writtenEvents(user.db)).length;
    expect(await updateContact(user, { id, version: 1, fields: { name: 'Eva Exempel' } })).toEqual({
      id,
      version: 1,
    });
    expect((await writtenEvents(user.db)).length).toBe(before);
  });

  it('is a conflict that shows what stands now when somebody was faster', async () => {
    const { id } = await add('Eva Exempel');
    await updateContact(user, { id, version: 1, fields: { name: 'Eva Ek' } });
    const error = await expectRefusal(user.db, 'conflict', () =>
      updateContact(user, { id, version: 1, fields: { name: 'Eva Al' } }),
    );
    expect(error.details).toMatchObject({ version: 2, current: { name: 'Eva Ek' } });
  });

  it('never leaves a contact without anything to know it by', async () => {
    const { id } = await add('Eva Exempel');
    await expectRefusal(user.db, 'invalid', () =>
      updateContact(user, { id, version: 1, fields: { name: '' } }),
    );
  });
});

describe('a contact from a register', () => {
  const register = {
    name: 'Eva Exempel',
    role: 'CHAIR' as const,
    roleText: null,
    emails: ['eva@ekbacken.example'],
    phones: [],
    links: [],
  };
  const shown = async (id: string) => {
    const row = await read(id);
    return contactSuggestions({ ...row, phones: row.phones as unknown as ContactValues['phones'] });
  };
  // The import's part: the row as a register sent it, and later the register's newer word.
  const arrive = async () => {
    const { id } = await add('Eva Exempel', { role: 'CHAIR', emails: register.emails });
    await user.db.contact.update({ where: { id }, data: { origin: 'REGISTER', register } });
    return id;
  };
  const moveRegister = (id: string) =>
    user.db.contact.update({ where: { id }, data: { register: { ...register, role: 'TREASURER' } } });

  it('keeps the correction, and offers only what the register says later', async () => {
    const id = await arrive();
    await updateContact(user, { id, version: 1, fields: { role: 'SECRETARY' } });
    expect((await read(id)).person).toHaveProperty('role.kept', { role: 'CHAIR', roleText: null });
    expect(await shown(id)).toEqual([]);
    await moveRegister(id);
    expect(await shown(id)).toMatchObject([{ field: 'role', register: { role: 'TREASURER' } }]);
  });

  it('takes the register value on request and follows it again', async () => {
    const id = await arrive();
    await updateContact(user, { id, version: 1, fields: { role: 'SECRETARY' } });
    await moveRegister(id);
    await acceptContactSuggestion(user, { id, version: 2, field: 'role' });
    expect(await read(id)).toMatchObject({ role: 'TREASURER', person: {}, version: 3 });
    expect(await lastEvent()).toMatchObject({ name: 'contact.updated', details: { accepted: 'role' } });
  });

  it('keeps mine on request and does not offer the same again', async () => {
    const id = await arrive();
    await updateContact(user, { id, version: 1, fields: { role: 'SECRETARY' } });
    await moveRegister(id);
    await keepMyContact(user, { id, version: 2, field: 'role' });
    expect(await read(id)).toMatchObject({ role: 'SECRETARY' });
    expect(await shown(id)).toEqual([]);
    await expectRefusal(user.db, 'conflict', () => keepMyContact(user, { id, version: 3, field: 'role' }));
  });
});

describe('the primary contact', () => {
  it('is exactly one, also when two people choose at once', async () => {
    await add('Ett');
    const two = await add('Två');
    const three = await add('Tre');
    await Promise.all([setPrimaryContact(user, { id: two.id }), setPrimaryContact(user, { id: three.id })]);
    expect(await primaries()).toHaveLength(1);
  });

  it('is exactly one when two first contacts are added at once', async () => {
    await Promise.all([add('Ett', { primary: true }), add('Två', { primary: true })]);
    expect(await primaries()).toHaveLength(1);
  });

  it('passes to another on delete, and comes back on restore', async () => {
    const one = await add('Ett');
    const two = await add('Två');
    await deleteContact(user, { id: one.id });
    expect(await primaries()).toEqual([{ id: two.id }]);
    await expectRefusal(user.db, 'not_found', () => deleteContact(user, { id: one.id }));
    await restoreContact(user, { id: one.id });
    expect(await primaries()).toEqual([{ id: one.id }]);
    expect(await lastEvent()).toMatchObject({ name: 'contact.restored', ids: [one.id] });
  });

  it('does not come back over a choice made meanwhile', async () => {
    const one = await add('Ett');
    const two = await add('Två');
    const three = await add('Tre');
    await deleteContact(user, { id: one.id });
    await setPrimaryContact(user, { id: three.id });
    await restoreContact(user, { id: one.id });
    expect(await primaries()).toEqual([{ id: three.id }]);
    expect(two.id).not.toBe(three.id);
  });
});
