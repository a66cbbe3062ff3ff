import { beforeEach, describe, expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { createAssociation } from '../associations/edit.ts';
import type { Context } from '../context.ts';
import { assignTags, createTag } from './commands.ts';
import { listTags } from './queries.ts';
import { tagsAfter } from './rules.ts';

let user: Context;
let associationId: string;

beforeEach(async () => {
  user = await testContext('user');
  associationId = (await createAssociation(user, { name: 'Ekbackens IF', municipalityCode: '0180' })).id;
});

const make = async (name: string) => (await createTag(user, { name })).id;

describe('tags', () => {
  it('are put on, counted, and told by name', async () => {
    const [one, two] = [await make('Egen lokal'), await make('Ny styrelse')];
    await assignTags(user, { associationId, tagIds: [one] });
    await assignTags(user, { associationId, tagIds: [two] });
    expect((await listTags(user, {})).map(({ name, count }) => [name, count])).toEqual([
      ['Egen lokal', 0],
      ['Ny styrelse', 1],
    ]);
    expect((await writtenEvents(user.db)).at(-1)).toMatchObject({
      name: 'association.tagged',
      details: { added: ['Ny styrelse'], removed: ['Egen lokal'] },
    });
  });

  it('keep what a colleague put on meanwhile', async () => {
    const [one, two] = [await make('Egen lokal'), await make('Ny styrelse')];
    await Promise.all([
      assignTags(user, { associationId, tagIds: [one], from: [] }),
      assignTags(user, { associationId, tagIds: [two], from: [] }),
    ]);
    expect(await user.db.associationTag.count({ where: { associationId } })).toBe(2);
  });

  it('exist once, whatever their capitals, and only when known', async () => {
    await make('Egen lokal');
    expect((await writtenEvents(user.db)).at(-1)).toMatchObject({
      name: 'tag.created',
      details: { name: 'Egen lokal' },
    });
    await expectRefusal(user.db, 'conflict', () => createTag(user, { name: 'EGEN lokal' }));
    await expectRefusal(user.db, 'invalid', () => createTag(user, { name: ' ' }));
    // What is a placeholder in patterns is a letter like others in a name.
    await make('lokal_1');
    await make('lokalx1');
    await expectRefusal(user.db, 'conflict', () => createTag(user, { name: 'LOKAL_1' }));
    await expectRefusal(user.db, 'not_found', () =>
      assignTags(user, { associationId, tagIds: ['01890000-0000-7000-8000-000000000000'] }),
    );
    const nobody = await testContext('anonymous');
    await expectRefusal(user.db, 'unauthenticated', () => assignTags(nobody, { associationId, tagIds: [] }));
  });

  it('are made once by two people at the same moment', async () => {
    const tries = await Promise.allSettled(['Ny styrelse', 'NY styrelse'].map(make));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
    expect(await user.db.tag.count()).toBe(1);
  });

  it('change only by what the person changed', () => {
    expect(tagsAfter(['a', 'b'], ['a'], ['c'])).toEqual(['b', 'c']);
    expect(tagsAfter([], ['a'], ['a'])).toEqual([]);
  });
});
