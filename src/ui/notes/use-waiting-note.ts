'use client';
import { type Mutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#api/client.tsx';

/** A note that was sent without a network. It goes off by itself when the network is back, unless it is taken back. */
export function useWaitingNote(associationId: string): { waits: boolean; takeBack: () => void } {
  const trpc = useTRPC();
  const mutations = useQueryClient().getMutationCache();
  const { mutationKey } = trpc.note.add.mutationOptions();
  const filters = {
    ...(mutationKey && { mutationKey }),
    predicate: ({ state }: Mutation) => {
      const { associationId: id } = (state.variables ?? {}) as { associationId?: string };
      return state.isPaused && id === associationId;
    },
  };
  return {
    waits: useMutationState({ filters }).length > 0,
    takeBack: () => {
      for (const mutation of mutations.findAll(filters)) mutations.remove(mutation);
    },
  };
}
