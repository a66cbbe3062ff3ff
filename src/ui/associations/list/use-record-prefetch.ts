'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTRPC } from '#api/client.tsx';
import { recordQuery } from '../record/record-query.ts';

// A pointer on its way across the list rests on no row for so long.
const restMs = 80;

/** Fetches the record that somebody is about to open. */
export function useRecordPrefetch(): (row: { id: string }) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    ({ id }) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void queries.prefetchQuery(recordQuery(trpc, id)), restMs);
    },
    [queries, trpc],
  );
}
