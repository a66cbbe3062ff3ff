import { QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { expect, it } from 'vitest';
import { addAssociation } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { appRouter } from './router.ts';

it('a list is read page by page with the options that tRPC makes', async () => {
  const ctx = await testContext('user');
  for (const name of ['Alfa', 'Beta', 'Delta']) await addAssociation(ctx, { name });
  const queryClient = new QueryClient();
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx, queryClient });
  const wanted = trpc.association.list.infiniteQueryOptions(
    { limit: 2, order: 'desc' },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const { pages } = await queryClient.fetchInfiniteQuery({ ...wanted, pages: 2 });
  expect(pages.map(({ rows }) => rows.map(({ name }) => name))).toEqual([['Delta', 'Beta'], ['Alfa']]);
});

it('a way to page that nobody knows is refused like any other unknown key', async () => {
  const call = appRouter.createCaller(await testContext('user'));
  const input = { direction: 'sideways' } as object;
  await expect(call.association.list(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
