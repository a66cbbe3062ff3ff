'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTRPC } from '#api/client.tsx';
import { listQuery } from './list-query.ts';
import type { ListView } from './view.ts';

/** The rows of a view as one list. While a changed view is on its way, the rows before it stay (`stale`). */
export function useAssociationList(view: ListView) {
  const trpc = useTRPC();
  const query = useInfiniteQuery({
    ...listQuery(trpc, view),
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  return {
    rows,
    total: data?.pages[0]?.total ?? undefined,
    pending: query.isPending,
    stale: query.isPlaceholderData,
    error: data === undefined ? query.error : null,
    moreFailed: query.isFetchNextPageError,
    hasMore: query.hasNextPage && !query.isFetchNextPageError,
    loadingMore: query.isFetchingNextPage,
    retrying: query.isFetching,
    loadMore,
    retry,
  };
}
