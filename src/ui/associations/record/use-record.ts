'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type ApiOutputs, ownSave, useReadAgain, useTRPC } from '#api/client.tsx';

export type AssociationRecord = ApiOutputs['association']['get'];
/** A field that a register feeds. */
export type RegisterField = AssociationRecord['suggestions'][number]['field'];
export type AssociationSource = ApiOutputs['association']['source'];
export type RecordContact = AssociationRecord['contacts'][number];

/** After a save of one's own: reads again what is open of the association, without waiting for the line for changes. */
export function useRefreshAssociations(): () => Promise<void> {
  const readAgain = useReadAgain();
  return useCallback(() => readAgain([ownSave]), [readAgain]);
}

/** Shows a change before the server has answered; gives back what stood there. */
export function usePatchRecord(id: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useCallback(
    (patch: Partial<AssociationRecord>) => {
      const key = trpc.association.get.queryKey({ id });
      const before = queries.getQueryData(key);
      queries.setQueryData(key, (old) => (old ? { ...old, ...patch } : old));
      return before;
    },
    [queries, trpc, id],
  );
}
