'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#api/client.tsx';

/** Fetches accounts and invitations again: one's own change shows at once, also where live signals do not reach. */
export function useAccountsChanged(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries(trpc.user.pathFilter());
    void queries.invalidateQueries(trpc.invitation.pathFilter());
  };
}
