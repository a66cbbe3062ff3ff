import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { addAssociation, addContact } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { withFilterIndex } from '#tests/support/filter-index.ts';
import { deleteAssociation } from './commands.ts';
import { listAssociations } from './list.ts';
import { listAssociationTypes } from './queries.ts';

type Filter = Parameters<typeof listAssociations>[1];

let ctx: Context;
let mine: string;

let indexed: Context;

/** Names of what the filter leaves; the count must say the same number, and the filter index must agree. */
async function left(filter: Filter): Promise<string[]> {
  const [plain, quick] = [await listAssociations(ctx, filter), await listAssociations(indexed, filter)];
  expect(plain.total).toBe(plain.rows.length);
  expect(quick).toEqual(plain);
  return plain.rows.map((row) => row.name);
}

beforeEach(async () => {
  ctx = await testContext('manager');
  const other = await testContext('user');
  mine = ctx.actor.type === 'user' ? ctx.actor.id : '';
  const theirs = other.actor.type === 'user' ? other.actor.id : '';
  await addAssociation(
    ctx,
    { name: 'Alfa', municipalityCode: '1280', types: ['Idrott', 'Ungdom'], email: 'a@alfa.example' },
    { ownerId: mine, crmStatus: 'MEMBER', pipeline: 'CLOSED_WON' },
  );
  const beta = await addAssociation(
    ctx,
    { name: 'Beta', municipalityCode: '0180', types: ['Kultur'] },
    { ownerId: theirs, crmStatus: 'CONTACTED', pipeline: 'QUALIFIED' },
  );
  // Two municipalities may share a register: it stands in both.
  await ctx.db.associationListing.create({ data: { associationId: beta, municipalityCode: '1280' } });
  const gamma = await addAssociation(ctx, { name: 'Gamma', municipalityCode: '1480', types: ['Kultur'] });
  await addContact(ctx, gamma, { name: 'Kim Testlund', emails: ['kim@gamma.example'] });
  await addAssociation(ctx, { name: 'Delta', municipalityCode: '1480' });
  indexed = await withFilterIndex(ctx);
});

describe('each filter alone', () => {
  it.each<[string, Filter, string[]]>([
    ['nothing', {}, ['Alfa', 'Beta', 'Delta', 'Gamma']],
    ['a municipality, by every register that lists it', { municipality: ['1280'] }, ['Alfa', 'Beta']],
    ['several municipalities, each row once', { municipality: ['1280', '0180'] }, ['Alfa', 'Beta']],
    ['a municipality without any', { municipality: ['2584'] }, []],
    ['a type', { type: ['Kultur'] }, ['Beta', 'Gamma']],
    ['several types, each row once', { type: ['Idrott', 'Ungdom', 'Kultur'] }, ['Alfa', 'Beta', 'Gamma']],
    ['a status', { status: ['MEMBER'] }, ['Alfa']],
    ['several statuses', { status: ['MEMBER', 'CONTACTED'] }, ['Alfa', 'Beta']],
    ['a stage', { stage: ['PROSPECT'] }, ['Delta', 'Gamma']],
    ['several stages', { stage: ['QUALIFIED', 'CLOSED_WON'] }, ['Alfa', 'Beta']],
    ['no owner', { owner: ['none'] }, ['Delta', 'Gamma']],
    ['an address of its own or of a contact', { hasEmail: true }, ['Alfa', 'Gamma']],
    ['no address', { hasEmail: false }, ['Beta', 'Delta']],
    ['a type that looks like an injection', { type: ["x' OR true --"] }, []],
  ])('%s', async (_, filter, expected) => {
    expect(await left(filter)).toEqual(expected);
  });

  it('an owner, alone and with those who have none', async () => {
    expect(await left({ owner: [mine] })).toEqual(['Alfa']);
    expect(await left({ owner: [mine, 'none'] })).toEqual(['Alfa', 'Delta', 'Gamma']);
  });
});

describe('filters together', () => {
  it('all hold at once, with the search too', async () => {
    expect(await left({ municipality: ['1480'], type: ['Kultur'], hasEmail: true })).toEqual(['Gamma']);
    expect(await left({ municipality: ['1480'], status: ['MEMBER'] })).toEqual([]);
    expect(await left({ q: 'kultur', municipality: ['1280'] })).toEqual(['Beta']);
  });
});

describe('association.types', () => {
  it('counts the living, most common first', async () => {
    await deleteAssociation(ctx, { id: (await listAssociations(ctx, { q: 'Alfa' })).rows[0]?.id ?? '' });
    expect(await listAssociationTypes(ctx, {})).toEqual([{ type: 'Kultur', count: 2 }]);
  });
});
