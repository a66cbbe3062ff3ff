import { describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { readCursor, writeCursor } from '#domain/paging.ts';
import { unfiltered } from '#domain/search/filter-index.ts';
import { addAssociation, addContact } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal } from '#tests/support/expect.ts';
import { withFilterIndex } from '#tests/support/filter-index.ts';
import { deleteAssociation } from './commands.ts';
import { listAssociations } from './list.ts';
import { indexedPage, readRowsAfter } from './list-pages.ts';
import { getAssociation } from './queries.ts';
import { sortKeys } from './rules.ts';

type Input = Parameters<typeof listAssociations>[1];

/** Every page after the other, two rows each, as the browser walks. */
async function walk(ctx: Context, input: Input): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAssociations>> = await listAssociations(ctx, {
      ...input,
      limit: 2,
      cursor,
    });
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  } while (cursor !== null && ids.length < 100);
  return ids;
}

const names = async (ctx: Context, input: Input = {}) =>
  (await listAssociations(ctx, input)).rows.map((row) => row.name);

describe('order', () => {
  it('is by name with å, ä and ö last, and the other way round', async () => {
    const ctx = await testContext('user');
    for (const name of ['Ö-klubben', 'Zeta', 'Ärlig förening', 'Alfa', 'Ådalens IF', 'beta'])
      await addAssociation(ctx, { name });
    const alphabetical = ['Alfa', 'beta', 'Zeta', 'Ådalens IF', 'Ärlig förening', 'Ö-klubben'];
    expect(await names(ctx)).toEqual(alphabetical);
    expect(await names(ctx, { order: 'desc' })).toEqual(alphabetical.toReversed());
  });

  it('puts what has no value last in both directions', async () => {
    const ctx = await testContext('user');
    await addAssociation(ctx, { name: 'Nowhere', city: null });
    await addAssociation(ctx, { name: 'Ystad', city: 'Ystad' });
    await addAssociation(ctx, { name: 'Arboga', city: 'Arboga' });
    expect(await names(ctx, { sort: 'city' })).toEqual(['Arboga', 'Ystad', 'Nowhere']);
    expect(await names(ctx, { sort: 'city', order: 'desc' })).toEqual(['Ystad', 'Arboga', 'Nowhere']);
  });

  it('falls back to the name when there is nothing to be relevant to', async () => {
    const ctx = await testContext('user');
    for (const name of ['Beta', 'Alfa']) await addAssociation(ctx, { name });
    expect(await names(ctx, { sort: 'relevance', order: 'desc' })).toEqual(['Beta', 'Alfa']);
  });
});

describe('order by what a column shows', () => {
  /** By both ways of finding. */
  async function expectOrder(ctx: Context, sort: NonNullable<Input['sort']>, expected: string[]) {
    for (const way of [ctx, await withFilterIndex(ctx)]) expect(await names(way, { sort })).toEqual(expected);
  }

  it('goes by the names of municipality and owner, also after a move and a new name', async () => {
    const ctx = await testContext('manager');
    const addUser = (id: string, name: string) =>
      ctx.db.user.create({ data: { id, name, email: `${id}@kansli.example`, role: 'user' } });
    const anna = await addUser(crypto.randomUUID(), 'Anna Ask');
    const omar = await addUser(crypto.randomUUID(), 'Ömer Öst');
    await addAssociation(ctx, { name: 'A', municipalityCode: '1880' }, { ownerId: omar.id });
    const b = await addAssociation(ctx, { name: 'B', municipalityCode: '1281' }, { ownerId: anna.id });
    await addAssociation(ctx, { name: 'C', municipalityCode: '1980' });
    const indexed = await withFilterIndex(ctx);
    await expectOrder(ctx, 'municipality', ['B', 'C', 'A']);
    await expectOrder(ctx, 'owner', ['B', 'A', 'C']);
    expect(await names(indexed, { sort: 'owner', order: 'desc' })).toEqual(['A', 'B', 'C']);

    await ctx.db.user.update({ where: { id: omar.id }, data: { name: 'Adam Al' } });
    expect(await names(indexed, { sort: 'owner' })).toEqual(['A', 'B', 'C']);
    await expectOrder(ctx, 'owner', ['A', 'B', 'C']);
    await ctx.db.association.update({ where: { id: b }, data: { ownerId: null, municipalityCode: '1880' } });
    await ctx.db.municipality.update({ where: { code: '1880' }, data: { name: 'Ale by' } });
    expect(await names(indexed, { sort: 'municipality' })).toEqual(
      await names(ctx, { sort: 'municipality' }),
    );
    expect((await names(ctx, { sort: 'municipality' })).at(-1)).toBe('C');
    expect((await names(indexed, { sort: 'owner' }))[0]).toBe('A');
  });

  it('goes by the first type, and by status and stage as the work goes', async () => {
    const ctx = await testContext('user');
    await addAssociation(
      ctx,
      { name: 'A', types: ['Ångbåtar'] },
      { crmStatus: 'LOST', pipeline: 'CLOSED_LOST' },
    );
    await addAssociation(
      ctx,
      {
        name: 'B',
        types: ['Zoo', 'Bad'],
      },
      { crmStatus: 'CONTACTED', pipeline: 'FOLLOW_UP' },
    );
    await addAssociation(
      ctx,
      { name: 'C', types: [] },
      { crmStatus: 'UNCONTACTED', pipeline: 'PROPOSAL_SENT' },
    );
    await expectOrder(ctx, 'type', ['B', 'A', 'C']);
    await expectOrder(ctx, 'status', ['C', 'B', 'A']);
    await expectOrder(ctx, 'stage', ['C', 'B', 'A']);
  });

  it('refuses a place to go on from that belongs to another order', async () => {
    const ctx = await testContext('user');
    const cursor = writeCursor({ value: 'Lund', id: crypto.randomUUID() });
    for (const sort of ['status', 'stage'] as const)
      await expectRefusal(ctx.db, 'invalid', () => listAssociations(ctx, { sort, cursor }));
  });

  it('keeps the names of the orders out of what is answered', async () => {
    const ctx = await testContext('user');
    const id = await addAssociation(ctx, {});
    expect(Object.keys(await getAssociation(ctx, { id }))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(nameKey|municipalityName|ownerName)$/)]),
    );
  });
});

describe('paging by keyset', () => {
  it.each(sortKeys.flatMap((sort) => (['asc', 'desc'] as const).map((order) => ({ sort, order }))))(
    'walks every row once by $sort $order',
    async ({ sort, order }) => {
      const ctx = await testContext('user');
      const sameDay = new Date('2026-03-01T10:00:00.123Z');
      for (let i = 0; i < 7; i++) {
        await addAssociation(
          ctx,
          { name: i < 3 ? 'Lika IF' : `Klubb ${i}`, city: i % 2 ? 'Örebro' : null },
          {
            updatedAt: i < 4 ? sameDay : new Date(2026, 0, i + 1),
            lastActivityAt: i % 3 ? sameDay : null,
            memberSince: i % 2 ? new Date('2025-05-01') : null,
          },
        );
      }
      const whole = (await listAssociations(ctx, { sort, order })).rows.map((row) => row.id);
      expect(whole).toHaveLength(7);
      expect(await walk(ctx, { sort, order })).toEqual(whole);

      const indexed = await withFilterIndex(ctx);
      expect(await walk(indexed, { sort, order })).toEqual(whole);
      // Rows that have moved since the index read its orders: first, in the middle, last, gone and new.
      const moves = [
        { name: 'Åby', city: 'Arboga', lastActivityAt: new Date('2020-01-01'), qualityScore: 99 },
        { name: 'Alfa', city: null, memberSince: null, updatedAt: sameDay },
        { name: 'Klubb 5', city: 'Ystad', memberSince: new Date('2025-05-01'), lastActivityAt: null },
        { deletedAt: new Date() },
      ];
      for (const [at, data] of moves.entries())
        await ctx.db.association.update({ where: { id: whole[at * 2] ?? '' }, data });
      await addAssociation(ctx, { name: 'Lika IF', city: 'Örebro' });
      const after = (await listAssociations(ctx, { sort, order })).rows.map((row) => row.id);
      expect(after).toHaveLength(7);
      expect(await walk(indexed, { sort, order })).toEqual(after);
    },
  );

  it('neither repeats nor skips when rows come and go between two pages', async () => {
    const ctx = await testContext('manager');
    for (const name of ['B', 'D', 'F', 'H']) await addAssociation(ctx, { name });
    const first = await listAssociations(ctx, { limit: 2 });
    await addAssociation(ctx, { name: 'A' });
    await addAssociation(ctx, { name: 'E' });
    await deleteAssociation(ctx, { id: first.rows[1]?.id ?? '' });
    const next = await listAssociations(ctx, { limit: 2, cursor: first.nextCursor });
    expect(next.rows.map((row) => row.name)).toEqual(['E', 'F']);
  });

  it('is not cut short by what happens between the look at the index and the page', async () => {
    const ctx = await withFilterIndex(await testContext('manager'));
    const ids: string[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
      ids.push(await addAssociation(ctx, { name }));
    const indexed = await withFilterIndex(ctx);
    const select = async () => {
      const selection = await indexed.providers.filters.select(unfiltered);
      if (!selection) throw new Error('the index is away');
      return selection;
    };
    const first = await indexedPage(ctx.db, await select(), 'name', 'asc', 2, null);
    const at = readCursor(first?.nextCursor ?? '');
    // Selection and cursor's place are asked for side by side: either may see the change alone.
    const read = () => readRowsAfter(ctx.db, 'name', 'asc', at);
    const [selection, earlier] = [await select(), await read()];
    await ctx.db.association.update({ where: { id: ids[7] ?? '' }, data: { name: 'BB' } });
    const next = await indexedPage(ctx.db, selection, 'name', 'asc', 2, { at, rowsAfter: await read() });
    expect(next?.rows.map((row) => row.name)).toEqual(['C', 'D']);
    const after = await indexedPage(ctx.db, await select(), 'name', 'asc', 2, { at, rowsAfter: earlier });
    expect(after?.rows.map((row) => row.name)).toEqual(['BB', 'C']);
    const ranked = await select();
    await deleteAssociation(ctx, { id: ids[0] ?? '' });
    expect(await indexedPage(ctx.db, ranked, 'name', 'asc', 2, null)).toMatchObject({ isStale: true });
  });

  it.each([1, 100])(
    'reads a page again whose rows moved away while it was read (%i times in a row)',
    async (times) => {
      const ctx = await testContext('manager');
      const ids: string[] = [];
      for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) ids.push(await addAssociation(ctx, { name }));
      const indexed = await withFilterIndex(ctx);
      const { filters } = indexed.providers;
      let moves = 0;
      const changing: typeof filters = {
        ...filters,
        async select(filter) {
          const selection = await filters.select(filter);
          if (moves < times) {
            moves += 1;
            for (const [n, id] of ids.slice(0, 2).entries())
              await ctx.db.association.update({ where: { id }, data: { name: `Y${moves}${n}` } });
          }
          return selection;
        },
      };
      const first = await listAssociations(
        { ...indexed, providers: { ...indexed.providers, filters: changing } },
        { limit: 2 },
      );
      expect(first.rows.map(({ name }) => name)).toEqual(['C', 'D']);
      expect(await names(indexed, { limit: 2, cursor: first.nextCursor })).toEqual(['E', 'F']);
    },
  );

  it('goes on after a name that begins like the cursor of a rank', async () => {
    const ctx = await withFilterIndex(await testContext('user'));
    for (const name of ['B', '\u00010Ö', '\u0001x', 'A']) {
      const id = await addAssociation(ctx, {});
      await ctx.db.association.update({ where: { id }, data: { name } });
    }
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: { rows: { name: string }[]; nextCursor: string | null } = await listAssociations(ctx, {
        limit: 1,
        cursor,
      });
      seen.push(...page.rows.map(({ name }) => name));
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    expect(seen.toSorted()).toEqual(['\u00010Ö', '\u0001x', 'A', 'B']);
  });

  it('goes on after the longest name that can be typed', async () => {
    const ctx = await testContext('user');
    await addAssociation(ctx, { name: `A${'å'.repeat(299)}` });
    await addAssociation(ctx, { name: 'B' });
    const first = await listAssociations(ctx, { limit: 1 });
    expect(await names(ctx, { limit: 1, cursor: first.nextCursor })).toEqual(['B']);
  });

  it('counts exactly, once: on the first page', async () => {
    const ctx = await testContext('user');
    for (const name of ['A', 'B', 'C']) await addAssociation(ctx, { name });
    const first = await listAssociations(ctx, { limit: 2 });
    expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
    expect(await listAssociations(ctx, { limit: 2, cursor: first.nextCursor })).toMatchObject({
      total: null,
      nextCursor: null,
    });
  });

  it.each([
    ['no base64', '***'],
    ['another shape', Buffer.from('{"a":1}').toString('base64url')],
    ['a rank that is none', writeCursor({ value: '\u0001xAlfa', id: crypto.randomUUID() })],
    ['a value of another sort', writeCursor({ value: 'not a number', id: crypto.randomUUID() })],
  ])('refuses a cursor of %s', async (_, cursor) => {
    const ctx = await testContext('user');
    await expectRefusal(ctx.db, 'invalid', () => listAssociations(ctx, { sort: 'quality', cursor }));
  });
});

describe('a row', () => {
  it('names municipality, owner and primary contact', async () => {
    const ctx = await testContext('user');
    const ownerId = ctx.actor.type === 'user' ? ctx.actor.id : '';
    const id = await addAssociation(ctx, { name: 'Testby IF', types: ['Idrott'], email: null }, { ownerId });
    await addContact(ctx, id, { name: 'Kim Testlund', emails: ['kim@testby.example'] });
    expect((await listAssociations(ctx, {})).rows).toMatchObject([
      {
        id,
        municipality: 'Stockholm',
        types: ['Idrott'],
        owner: 'Ulla Utterberg',
        contact: 'Kim Testlund',
        email: null,
        hasEmail: true,
        crmStatus: 'UNCONTACTED',
        pipeline: 'PROSPECT',
      },
    ]);
  });

  it('in the trash is not in the list', async () => {
    const ctx = await testContext('manager');
    const id = await addAssociation(ctx);
    await deleteAssociation(ctx, { id });
    expect(await listAssociations(ctx, {})).toEqual({ rows: [], nextCursor: null, total: 0 });
  });
});

describe('who and what may ask', () => {
  it('nobody without an account', async () => {
    const ctx = await testContext('anonymous');
    await expectRefusal(ctx.db, 'unauthenticated', () => listAssociations(ctx, {}));
  });

  it.each([
    ['an unknown key', { nonsense: 1 }],
    ['an unknown status', { status: ['FRIEND'] }],
    ['a municipality that is no code', { municipality: ['Malmö'] }],
    ['an owner that is no id', { owner: ['me'] }],
    ['too many at once', { limit: 201 }],
    ['a search text without end', { q: 'a'.repeat(201) }],
    ['an unknown order', { sort: 'password' }],
  ])('nothing with %s', async (_, input) => {
    const ctx = await testContext('user');
    await expectRefusal(ctx.db, 'invalid', () => listAssociations(ctx, input as Input));
  });
});
