import { describe, expect, it } from 'vitest';
import { addAssociation } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { deleteAssociation, restoreAssociation } from './commands.ts';
import { listAssociations } from './list.ts';
import { listTrash } from './queries.ts';

describe('the trash', () => {
  it('takes an association out of sight and gives it back whole', async () => {
    const ctx = await testContext('manager');
    const id = await addAssociation(ctx, { name: 'Testby IF', city: 'Testby' });
    await deleteAssociation(ctx, { id });
    expect((await listAssociations(ctx, {})).total).toBe(0);
    expect((await listTrash(ctx, {})).rows).toMatchObject([
      { id, name: 'Testby IF', municipality: { name: 'Stockholm' }, deletedBy: 'Maja Manfredsson' },
    ]);
    await restoreAssociation(ctx, { id });
    expect((await listTrash(ctx, {})).rows).toEqual([]);
    expect((await listAssociations(ctx, { q: 'testby' })).rows).toMatchObject([{ id, city: 'Testby' }]);
    expect((await writtenEvents(ctx.db)).slice(1)).toMatchObject([
      { name: 'association.deleted', ids: [id], associations: [id], details: { name: 'Testby IF' } },
      { name: 'association.restored', ids: [id], associations: [id] },
    ]);
  });

  it('a save from before it was there is a conflict', async () => {
    const ctx = await testContext('manager');
    const id = await addAssociation(ctx);
    await deleteAssociation(ctx, { id });
    await restoreAssociation(ctx, { id });
    expect(await ctx.db.association.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 3 });
  });

  it('shows the last thrown first, page by page', async () => {
    const ctx = await testContext('manager');
    for (const [n, name] of ['A', 'B', 'C'].entries()) {
      const id = await addAssociation(ctx, { name });
      await deleteAssociation({ ...ctx, now: () => new Date(2026, 0, n + 1) }, { id });
    }
    const first = await listTrash(ctx, { limit: 2 });
    expect(first.rows.map((row) => row.name)).toEqual(['C', 'B']);
    const next = await listTrash(ctx, { limit: 2, cursor: first.nextCursor });
    expect(next).toMatchObject({ rows: [{ name: 'A' }], nextCursor: null });
  });

  it('can be read by all, but filled and emptied by managers only', async () => {
    const manager = await testContext('manager');
    const user = await testContext('user');
    const [there, gone] = [await addAssociation(manager), await addAssociation(manager)];
    await deleteAssociation(manager, { id: gone });
    expect((await listTrash(user, {})).rows).toHaveLength(1);
    await expectRefusal(user.db, 'forbidden', () => deleteAssociation(user, { id: there }));
    await expectRefusal(user.db, 'forbidden', () => restoreAssociation(user, { id: gone }));
    const anonymous = await testContext('anonymous');
    await expectRefusal(user.db, 'unauthenticated', () => listTrash(anonymous, {}));
  });

  it('refuses what is not there, twice the same, and a foreign id', async () => {
    const ctx = await testContext('manager');
    const id = await addAssociation(ctx);
    await expectRefusal(ctx.db, 'conflict', () => restoreAssociation(ctx, { id }));
    await deleteAssociation(ctx, { id });
    await expectRefusal(ctx.db, 'not_found', () => deleteAssociation(ctx, { id }));
    await expectRefusal(ctx.db, 'not_found', () => restoreAssociation(ctx, { id: crypto.randomUUID() }));
    await expectRefusal(ctx.db, 'invalid', () => deleteAssociation(ctx, { id: 'everything' }));
    await expectRefusal(ctx.db, 'invalid', () => listTrash(ctx, { cursor: '***' }));
  });
});
