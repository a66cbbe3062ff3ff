import type { ApiQueries } from '#api/client.tsx';

/** One association with all that its page shows. */
export const recordQuery = (trpc: ApiQueries, id: string) =>
  trpc.association.get.queryOptions(
    { id },
    { meta: { shows: { association: id, after: ['user.updated', 'tag.*'] } } },
  );
