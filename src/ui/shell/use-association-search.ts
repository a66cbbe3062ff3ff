'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTRPC } from '#api/client.tsx';

type AssociationHit = { id: string; label: string; hint?: string };

const PAUSE_MS = 120;

type Result = { query: string; hits: AssociationHit[]; failed: boolean };

/** Asks when the typing pauses. Late answers to older texts are dropped; earlier hits stay until new ones come. */
export function useAssociationSearch(query: string) {
  const search = useSearch();
  const text = query.trim();
  const [result, setResult] = useState<Result>({ query: '', hits: [], failed: false });

  useEffect(() => {
    if (text === '') return;
    let current = true;
    const timer = setTimeout(() => {
      search(text).then(
        (hits) => current && setResult({ query: text, hits, failed: false }),
        () => current && setResult({ query: text, hits: [], failed: true }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, search]);

  if (text === '') return { hits: [], state: 'idle' as const };
  const settled = result.query === text;
  const state = !settled ? 'loading' : result.failed ? 'failed' : 'ready';
  return { hits: result.hits, state } as const;
}

function useSearch(): (text: string) => Promise<AssociationHit[]> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(
    async (q) => {
      const found = await client.fetchQuery(
        trpc.association.find.queryOptions(
          { q, limit: 8 },
          { meta: { shows: { after: ['association.*', 'import.*'] } } },
        ),
      );
      return found.map(({ id, name, municipality }) => ({ id, label: name, hint: municipality }));
    },
    [client, trpc],
  );
}
