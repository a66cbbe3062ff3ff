'use client';
import { useEffect } from 'react';
import type { LiveState } from '#ui/shared/live-state.ts';
import { useLive } from '#ui/shared/use-live.ts';
import { KeepSession } from '#ui/sign-in/keep-session.tsx';

export type LiveLineProps = {
  userId: string;
  onState: (state: LiveState) => void;
  /** True when it came late, so that what happened meanwhile is read again. */
  late: boolean;
};

/** Listens for what others change, says how that goes, and keeps the session meanwhile. It comes after the first paint; see use-live-line.ts. */
export function LiveLine({ userId, onState, late }: LiveLineProps) {
  const state = useLive(userId, late);
  useEffect(() => onState(state), [state, onState]);
  return <KeepSession />;
}
