import { expect, it } from 'vitest';
import { addAssociation } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal } from '#tests/support/expect.ts';
import { withFilterIndex } from '#tests/support/filter-index.ts';
import { readChangedRows } from './changed-rows.ts';
import { deleteAssociation } from './commands.ts';
import { listAssociations } from './list.ts';
import { sortKeys } from './rules.ts';

it('tells of the changed ones those that the filter selects, and how many it selects in all', async () => {
  const ctx = await testContext('manager');
  const member = { crmStatus: 'MEMBER', memberSince: new Date('2020-01-01') } as const;
  const ids = [];
  for (const name of ['Alfa', 'Beta']) ids.push(await addAssociation(ctx, { name }, member));
  const other = await addAssociation(ctx, { name: 'Delta' });
  const gone = await addAssociation(ctx, { name: 'Epsilon' }, member);
  await deleteAssociation(ctx, { id: gone });
  for (const context of [ctx, await withFilterIndex(ctx)]) {
    const asked = { status: ['MEMBER' as const], ids: [ids[0] ?? '', other, gone] };
    const answer = await readChangedRows(context, asked);
    expect(answer).toMatchObject({ rows: [{ name: 'Alfa', crmStatus: 'MEMBER' }], total: 2 });
    expect((await readChangedRows(context, { q: 'delt', ids: [other, ...ids] })).rows).toHaveLength(1);
  }
});

it.each(sortKeys.filter((sort) => sort !== 'relevance'))(
  'by %s, leaves out what stands behind the end of what was read',
  async (sort) => {
    const ctx = await testContext('user');
    const at = (day: number) => new Date(Date.UTC(2024, 0, day));
    for (const [index, name] of ['Alfa', 'Beta', 'Delta', 'Gamma', 'Omega'].entries()) {
      const without = index > 2;
      await addAssociation(
        ctx,
        { name, city: without ? null : `Ort ${index}` },
        {
          qualityScore: index,
          createdAt: at(index + 1),
          lastActivityAt: without ? null : at(index + 1),
          memberSince: without ? null : at(index + 1),
        },
      );
    }
    for (const order of ['asc', 'desc'] as const) {
      const all = (await listAssociations(ctx, { sort, order })).rows.map(({ id }) => id);
      for (const limit of [1, 2, 3, 4]) {
        const { nextCursor } = await listAssociations(ctx, { sort, order, limit });
        const { rows } = await readChangedRows(ctx, { sort, order, ids: all, cursor: nextCursor });
        expect(rows.map(({ id }) => id).sort()).toEqual(all.slice(0, limit).sort());
      }
    }
  },
);

it('refuses who is not signed in, and more ids than a screen would ask for', async () => {
  const nobody = await testContext('anonymous');
  const id = '01a20411-34ea-7423-978e-3b7430e14f98';
  await expectRefusal(nobody.db, 'unauthenticated', () => readChangedRows(nobody, { ids: [id] }));
  const user = await testContext('user');
  await expectRefusal(user.db, 'invalid', () => readChangedRows(user, { ids: Array(51).fill(id) }));
  await expectRefusal(user.db, 'invalid', () => readChangedRows(user, { ids: [id], cursor: 'x' }));
});
