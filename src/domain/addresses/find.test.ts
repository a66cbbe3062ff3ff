// Who bears an address, and that its state is kept.
import { describe, expect, it } from 'vitest';
import { addAssociation, addContact } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { importRecords, registerContact, registerRecord } from '#tests/support/register-records.ts';
import { deleteAssociation, restoreAssociation } from '../associations/commands.ts';
import { updateAssociation } from '../associations/edit.ts';
import { updateContact } from '../contacts/commands.ts';
import type { Context } from '../context.ts';
import { findAddress } from './find.ts';

const names = async (ctx: Context, text: string) =>
  (await findAddress(ctx, { text })).map(({ association, contact, field }) => [association, contact, field]);

describe('address.find', () => {
  it('tells who bears an address, however it is written: an association, a contact, in any field', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, {
      name: 'Ekbackens IF',
      otherEmails: ['info@ekbacken.example'],
      homepageUrl: 'https://www.ekbacken.example/om/',
    });
    await addContact(ctx, id, {
      name: 'Kim Provsson',
      emails: ['info@ekbacken.example'],
      phones: [{ kind: 'mobile', number: '+46701740606' }],
    });
    const written = await writtenEvents(ctx.db);
    expect(await findAddress(ctx, { text: ' Info@EKBACKEN.example' })).toMatchObject([
      {
        kind: 'EMAIL',
        state: 'OK',
        field: 'otherEmails',
        associationId: id,
        association: 'Ekbackens IF',
        municipality: 'Stockholm',
        contactId: null,
      },
      { field: 'emails', associationId: id, contact: 'Kim Provsson', shown: 'info@ekbacken.example' },
    ]);
    expect(await names(ctx, '+46 (0)70-174 06 06')).toEqual([['Ekbackens IF', 'Kim Provsson', 'phones']]);
    expect(await names(ctx, 'ekbacken.example/om')).toEqual([['Ekbackens IF', null, 'homepageUrl']]);
    expect(await names(ctx, 'annan@ekbacken.example')).toEqual([]);
    expect(await names(ctx, ' ')).toEqual([]);
    expect(await findAddress(ctx, { text: 'info@ekbacken.example', limit: 1 })).toHaveLength(1);
    expect(await writtenEvents(ctx.db)).toEqual(written);
  });

  it('finds what is no address as the field keeps it, and says so', async () => {
    const ctx = await testContext('user');
    await addAssociation(ctx, { phone: 'Ring kansliet' });
    expect(await findAddress(ctx, { text: 'ring kansliet' })).toMatchObject([
      { kind: 'PHONE', state: 'UNREADABLE', shown: 'Ring kansliet' },
    ]);
  });

  it('passes over the trash, and finds what was taken back', async () => {
    const ctx = await testContext('manager');
    const id = await addAssociation(ctx, { email: 'info@ekbacken.example' });
    await deleteAssociation(ctx, { id });
    expect(await names(ctx, 'info@ekbacken.example')).toEqual([]);
    await restoreAssociation(ctx, { id });
    expect(await names(ctx, 'info@ekbacken.example')).toHaveLength(1);
  });

  it('is for those who are signed in, and refuses a text without end', async () => {
    const ctx = await testContext('anonymous');
    await expectRefusal(ctx.db, 'unauthenticated', () => findAddress(ctx, { text: 'a@b.example' }));
    const user = await testContext('user');
    await expectRefusal(user.db, 'invalid', () => findAddress(user, { text: 'a'.repeat(501) }));
  });
});

describe('the state of an address', () => {
  const bounced = { state: 'BOUNCED' } as const;
  const states = async ({ db }: Context, value: string) =>
    (await db.address.findMany({ where: { value } })).map(({ field, state }) => `${field} ${state}`).sort();

  it('survives that the same value is written again, in capitals or in another field', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, { email: 'info@ekbacken.example' });
    await ctx.db.address.updateMany({ data: bounced });
    const edit = async (fields: { email: string; otherEmails: string[] }) => {
      const { version } = await ctx.db.association.findUniqueOrThrow({ where: { id } });
      await updateAssociation(ctx, { id, version, fields });
    };
    await edit({ email: 'kassan@ekbacken.example', otherEmails: ['INFO@ekbacken.example'] });
    expect(await states(ctx, 'info@ekbacken.example')).toEqual(['otherEmails BOUNCED']);
    expect(await states(ctx, 'kassan@ekbacken.example')).toEqual(['email OK']);
    await edit({ email: 'info@ekbacken.example', otherEmails: [] });
    expect(await states(ctx, 'info@ekbacken.example')).toEqual(['email BOUNCED']);
    expect(await states(ctx, 'kassan@ekbacken.example')).toEqual([]);
  });

  it('is remembered when the address is taken away, and stands again when it comes back', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, { email: 'info@ekbacken.example', phone: '070-174 06 06' });
    await ctx.db.address.updateMany({ where: { kind: 'EMAIL' }, data: { state: 'OPTED_OUT' } });
    await updateAssociation(ctx, { id, version: 1, fields: { email: null, phone: null } });
    expect(await names(ctx, 'info@ekbacken.example')).toEqual([]);
    expect(await states(ctx, 'info@ekbacken.example')).toEqual(['null OPTED_OUT']);
    expect(await states(ctx, '+46701740606')).toEqual([]);
    await updateAssociation(ctx, { id, version: 2, fields: { email: 'INFO@ekbacken.example' } });
    expect(await findAddress(ctx, { text: 'info@ekbacken.example' })).toMatchObject([{ state: 'OPTED_OUT' }]);
  });

  it('survives the trash, an edit of the contact beside it, and the next file of the register', async () => {
    const ctx = await testContext('manager');
    const file = (at: string, phone: string) => [
      registerRecord(1, {
        scraped_at: at,
        association: { email: 'kim@prov.example', phone: null },
        contacts: [
          registerContact('Kim Provsson', {
            contact_person_email: 'kim@prov.example',
            contact_person_phone: phone,
          }),
        ],
      }),
    ];
    await importRecords(ctx, file('2025-10-27T05:21:00.000Z', '070-174 06 06'));
    await ctx.db.address.updateMany({ data: bounced });
    await importRecords(ctx, file('2025-11-27T05:21:00.000Z', '070-174 06 07'));
    const { id, version, associationId } = await ctx.db.contact.findFirstOrThrow();
    await updateContact(ctx, { id, version, fields: { emails: ['lo@prov.example', 'kim@prov.example'] } });
    await deleteAssociation(ctx, { id: associationId });
    await restoreAssociation(ctx, { id: associationId });
    expect(await states(ctx, 'kim@prov.example')).toEqual(['email BOUNCED', 'emails BOUNCED']);
    expect(await states(ctx, '+46701740607')).toEqual(['phones OK']);
    expect(await states(ctx, '+46701740606')).toEqual(['null BOUNCED']);
  });

  it('goes along with a contact that goes over to another association, and ends with what is erased', async () => {
    const ctx = await testContext('user');
    const [one, other] = [await addAssociation(ctx), await addAssociation(ctx)];
    await addContact(ctx, one, { name: 'Kim Provsson', emails: ['kim@prov.example'] });
    await ctx.db.address.updateMany({ data: bounced });
    await ctx.db.contact.updateMany({ data: { associationId: other } });
    expect(await ctx.db.address.findMany()).toMatchObject([{ associationId: other, state: 'BOUNCED' }]);
    await ctx.db.association.delete({ where: { id: other } });
    expect(await ctx.db.address.count()).toBe(0);
  });
});
