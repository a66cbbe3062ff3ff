import { beforeEach, describe, expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { createAssociation } from '../associations/edit.ts';
import type { Context } from '../context.ts';
import { updateProfile } from '../users/commands.ts';
import { addNote, deleteNote, restoreNote, updateNote } from './commands.ts';

let user: Context;
let associationId: string;

beforeEach(async () => {
  user = await testContext('user');
  associationId = (await createAssociation(user, { name: 'Ekbackens IF', municipalityCode: '0180' })).id;
});

const add = (kind: 'note' | 'call' | 'mail' | 'meeting', text = 'Talade om avtalet.') =>
  addNote(user, { associationId, kind, text });
const association = () => user.db.association.findUniqueOrThrow({ where: { id: associationId } });
const names = async () => (await writtenEvents(user.db)).map((event) => event.name);

describe('note.add', () => {
  it('keeps the text and tells the kind, never the text', async () => {
    const { id } = await add('note');
    expect(await user.db.note.findUnique({ where: { id } })).toMatchObject({
      text: 'Talade om avtalet.',
      kind: 'note',
    });
    const event = (await writtenEvents(user.db)).at(-1);
    expect(event).toMatchObject({
      name: 'note.added',
      associations: [associationId],
      details: { kind: 'note' },
    });
    expect(await association()).toMatchObject({ crmStatus: 'UNCONTACTED', version: 1 });
  });

  it.each(['call', 'mail', 'meeting'] as const)(
    'moves an uncontacted association on with a %s',
    async (kind) => {
      await add(kind);
      expect((await association()).crmStatus).toBe('CONTACTED');
      expect(await names()).toEqual(['association.created', 'note.added', 'association.statusChanged']);
    },
  );

  it('moves nothing that is further along', async () => {
    await user.db.association.update({ where: { id: associationId }, data: { crmStatus: 'MEMBER' } });
    await add('call');
    expect((await association()).crmStatus).toBe('MEMBER');
  });

  it('refuses a personal identity number, empty text and unknown associations', async () => {
    const error = await expectRefusal(user.db, 'invalid', () =>
      add('note', 'Ordförande 19811218-9876 ringde'),
    );
    expect(error.details).toMatchObject({ fields: [{ path: 'text', message: 'personalNumber' }] });
    await expectRefusal(user.db, 'invalid', () => add('note', '   '));
    await expectRefusal(user.db, 'not_found', () =>
      addNote(user, { associationId: '01890000-0000-7000-8000-000000000000', kind: 'note', text: 'Hej' }),
    );
  });
});

describe('a note', () => {
  it('is changed, removed and brought back by its author', async () => {
    const { id } = await add('note');
    expect(await updateNote(user, { id, version: 1, text: 'Bättre sagt.' })).toEqual({ id, version: 2 });
    await deleteNote(user, { id });
    await expectRefusal(user.db, 'not_found', () => updateNote(user, { id, version: 3, text: 'Nej' }));
    await restoreNote(user, { id });
    expect(await user.db.note.findUnique({ where: { id } })).toMatchObject({
      text: 'Bättre sagt.',
      deletedAt: null,
    });
    expect((await names()).slice(-3)).toEqual(['note.updated', 'note.deleted', 'note.updated']);
  });

  it('is closed to colleagues, managers too, and open to an admin', async () => {
    const { id } = await add('note');
    const manager = await testContext('manager');
    const admin = await testContext('admin');
    await expectRefusal(user.db, 'forbidden', () => updateNote(manager, { id, version: 1, text: 'Mitt' }));
    await expectRefusal(user.db, 'forbidden', () => deleteNote(manager, { id }));
    await updateProfile(admin, { name: 'Astrid Admin' });
    await updateNote(admin, { id, version: 1, text: 'Rättat av en administratör.' });
    const error = await expectRefusal(user.db, 'conflict', () =>
      updateNote(user, { id, version: 1, text: 'Sent' }),
    );
    expect(error.details).toMatchObject({
      version: 2,
      current: { text: 'Rättat av en administratör.' },
      last: { by: 'Astrid Admin', at: expect.any(Date) },
    });
  });
});
