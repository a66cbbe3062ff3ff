import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, it, vi } from 'vitest';
import type { AssociationFilterIndex, PlainFilter } from '#domain/search/filter-index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { filterIndex } from './filter-index.ts';

const everything: PlainFilter = {
  municipality: [],
  type: [],
  status: [],
  stage: [],
  owner: [],
  hasEmail: null,
};

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
const ready = () => vi.waitFor(async () => expect(await index.select(everything)).not.toBeNull());
const count = async (filter: Partial<PlainFilter>) =>
  (await index.select({ ...everything, ...filter }))?.count;

it('says nothing until it has been read, and then counts what stands there', async () => {
  await add({ types: ['Idrott'], hasEmail: true });
  await add({ types: ['Kultur', 'Idrott'], code: '1480' });
  expect(await index.select(everything)).toBeNull();
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
  expect((await index.select(everything))?.seqs()).toHaveLength(1);
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
