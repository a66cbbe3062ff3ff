// A list that is open takes in associations that changed, in place; where that would not be true it is read again.
import type { InfiniteData } from '@tanstack/react-query';
import type { ApiOutputs } from '#api/client.tsx';
import type { SortKey } from '#domain/associations/rules.ts';

type Page = ApiOutputs['association']['list'];
type Row = Page['rows'][number];
type ListData = InfiniteData<Page, string | null>;

const sortValue: Record<SortKey, (row: Row) => unknown> = {
  relevance: (row) => JSON.stringify(row),
  name: (row) => row.name,
  municipality: (row) => row.municipality,
  city: (row) => row.city,
  type: (row) => row.types[0],
  status: (row) => row.crmStatus,
  stage: (row) => row.pipeline,
  owner: (row) => row.owner,
  updated: (row) => row.updatedAt.getTime(),
  created: (row) => row.createdAt.getTime(),
  activity: (row) => row.lastActivityAt?.getTime(),
  quality: (row) => row.qualityScore,
  memberSince: (row) => row.memberSince?.getTime(),
};

/**
 * `answer` holds those of `ids` that belong to what the list has read. Null when one of them came in or moved: only the
 * server knows its place.
 */
export function withChangedRows(
  data: ListData,
  sort: SortKey,
  ids: readonly string[],
  answer: ApiOutputs['association']['changedRows'],
): ListData | null {
  const changed = new Set(ids);
  const now = new Map(answer.rows.map((row) => [row.id, row]));
  const sortedBy = sortValue[sort];
  let moved = false;
  const pages = data.pages.map((page, index) => ({
    ...page,
    total: index === 0 ? answer.total : page.total,
    rows: page.rows.flatMap((row) => {
      if (!changed.has(row.id)) return [row];
      const fresh = now.get(row.id);
      now.delete(row.id);
      if (fresh && sortedBy(fresh) !== sortedBy(row)) moved = true;
      return fresh ?? [];
    }),
  }));
  return moved || now.size > 0 ? null : { ...data, pages };
}
