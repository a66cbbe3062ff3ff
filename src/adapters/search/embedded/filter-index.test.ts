import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AssociationFilterIndex,
  type IndexedFilter,
  type PageWanted,
  unfiltered,
} from '#domain/search/filter-index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { filterIndex } from './filter-index.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let index: AssociationFilterIndex;

beforeEach(async () => {
  database = await testDatabase();
  index = filterIndex(database.pool, (error) => {
    throw error;
  });
});

async function add(
  more: { name?: string; types?: string[]; hasEmail?: boolean; code?: string } = {},
): Promise<string> {
  const { name = 'Provby IF', types = [], hasEmail = false, code = '0180' } = more;
  const id = uuidv7();
  await database.db.association.create({
    data: {
      id,
      name,
      types,
      hasEmail,
      municipalityCode: code,
      listings: { create: { municipalityCode: code } },
    },
  });
  return id;
}

/** Asks until the index has been read for the first time. */
const ready = () => vi.waitFor(async () => expect(await index.select(unfiltered)).not.toBeNull());
const count = async (filter: Partial<IndexedFilter>) =>
  (await index.select({ ...unfiltered, ...filter }))?.count;

it('says nothing until it has been read, and then counts what stands there', async () => {
  await add({ types: ['Idrott'], hasEmail: true });
  await add({ types: ['Kultur', 'Idrott'], code: '1480' });
  expect(await index.select(unfiltered)).toBeNull();
  await ready();
  expect(await count({})).toBe(2);
  expect(await count({ type: ['Idrott'] })).toBe(2);
  expect(await count({ type: ['Kultur'], municipality: ['0180'] })).toBe(0);
  expect(await count({ type: ['Kultur', 'Idrott'], municipality: ['1480', '0180'] })).toBe(2);
  expect(await count({ hasEmail: true })).toBe(1);
  expect(await count({ hasEmail: false })).toBe(1);
  expect(await count({ owner: ['none'] })).toBe(2);
  expect(await count({ type: ['Finns inte'] })).toBe(0);
});

it('sees every commit before it answers', async () => {
  const id = await add();
  await ready();
  await database.db.association.update({ where: { id }, data: { crmStatus: 'MEMBER', types: ['Ny typ'] } });
  expect(await count({ status: ['MEMBER'] })).toBe(1);
  expect(await count({ status: ['UNCONTACTED'] })).toBe(0);
  expect(await count({ type: ['Ny typ'] })).toBe(1);
  await database.db.associationListing.create({ data: { associationId: id, municipalityCode: '1480' } });
  expect(await count({ municipality: ['1480'] })).toBe(1);
  await database.db.association.update({ where: { id }, data: { deletedAt: new Date() } });
  expect(await count({})).toBe(0);
  await database.db.association.update({ where: { id }, data: { deletedAt: null } });
  expect((await index.select(unfiltered))?.seqs()).toHaveLength(1);
});

it('sees a listing that is added, moved, given to another association or taken away', async () => {
  const { associationListing } = database.db;
  const [one, other] = [await add(), await add()];
  await ready();
  const listed = async (code: string) => (await index.select({ ...unfiltered, municipality: [code] }))?.count;
  await associationListing.create({ data: { associationId: one, municipalityCode: '1480' } });
  expect(await listed('1480')).toBe(1);
  await associationListing.updateMany({
    where: { municipalityCode: '1480' },
    data: { municipalityCode: '2183' },
  });
  expect([await listed('1480'), await listed('2183')]).toEqual([0, 1]);
  await associationListing.updateMany({
    where: { municipalityCode: '2183' },
    data: { associationId: other },
  });
  const { seq } = await database.db.association.findUniqueOrThrow({ where: { id: other } });
  expect((await index.select({ ...unfiltered, municipality: ['2183'] }))?.seqs()).toEqual([seq]);
  await associationListing.deleteMany({ where: { municipalityCode: '2183' } });
  expect(await listed('2183')).toBe(0);
});

it('does not miss a transaction that began early and committed late', async () => {
  await add();
  await ready();
  const slow = await database.pool.connect();
  await slow.query('BEGIN');
  await slow.query(`UPDATE association SET crm_status = 'LOST'`);
  await add({ name: 'Snabb' });
  expect(await count({})).toBe(2);
  expect(await count({ status: ['LOST'] })).toBe(0);
  await slow.query('COMMIT');
  slow.release();
  expect(await count({ status: ['LOST'] })).toBe(1);
  expect(await count({})).toBe(2);
});

it('is read anew when rows are really gone', async () => {
  const id = await add();
  await add();
  await ready();
  await database.db.association.delete({ where: { id } });
  await vi.waitFor(async () => expect(await count({})).toBe(1));
});

describe('a page', () => {
  const pageOf = async (more: Partial<PageWanted> = {}) =>
    (await index.select(unfiltered))?.page({
      sort: 'name',
      direction: 'asc',
      wanted: 2,
      after: null,
      ...more,
    });
  const ordered = () => vi.waitFor(async () => expect(await pageOf()).toBeTruthy());
  const seqOf = async (id: string) =>
    (await database.db.$queryRaw<{ seq: number }[]>`SELECT seq FROM association WHERE id = ${id}::uuid`)[0]
      ?.seq;

  it('is the next rows in order, and every row that moved since the order was read', async () => {
    const [c, a, b] = [await add({ name: 'C' }), await add({ name: 'A' }), await add({ name: 'B' })];
    const [seqA, seqB, seqC] = [await seqOf(a), await seqOf(b), await seqOf(c)];
    await ordered();
    expect(await pageOf()).toEqual([seqA, seqB]);
    expect(await pageOf({ direction: 'desc' })).toEqual([seqC, seqB]);
    expect(await pageOf({ after: { seqs: [seqB ?? 0, seqC ?? 0], inNulls: false, toTheEnd: true } })).toEqual(
      [seqB, seqC],
    );
    await database.db.association.update({ where: { id: a }, data: { name: 'Z' } });
    expect(await pageOf()).toEqual([seqB, seqC, seqA]);
    const added = await seqOf(await add({ name: 'AA' }));
    expect(await pageOf()).toEqual([seqB, seqC, seqA, added]);
  });

  it('is left to the database when too much has moved, until the orders have been read anew', async () => {
    await add({ name: 'A' });
    await ordered();
    await database.db.$executeRaw`
      INSERT INTO association (id, name, municipality_code, updated_at)
      SELECT gen_random_uuid(), 'Provby ' || n, '0180', now() FROM generate_series(1, 1100) n`;
    expect(await pageOf()).toBeNull();
    expect(await count({})).toBe(1_101);
    await ordered();
    expect(await pageOf()).toHaveLength(2);
  });
});
