'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '#api/client.tsx';
import { isAffected, type LiveChange } from './live-queries.ts';
import { type LiveState, pollSeconds } from './live-state.ts';

const patienceMs = 5_000;
const gatherMs = 150;
const restMs = 1_000;
const everything: LiveChange = { entity: '*', ids: [], many: true };

/** Keeps what is on the screen up to date with what others change. Used once, by the shell; `late` when it had to wait. */
export function useLive(late: boolean): LiveState {
  const refresh = useRefresh();
  const { status, reset } = useChanges(refresh);
  const connected = status === 'connected';
  const [waited, setWaited] = useState(false);
  const wasConnected = useRef(!late);

  useEffect(() => {
    if (connected) {
      setWaited(false);
      // What happened while the line was down was not heard.
      if (!wasConnected.current) refresh(everything);
      wasConnected.current = true;
      return;
    }
    const patience = setTimeout(() => {
      wasConnected.current = false;
      setWaited(true);
    }, patienceMs);
    return () => clearTimeout(patience);
  }, [connected, refresh]);

  const off = !connected && waited;
  useEffect(() => {
    if (!off) return;
    const poll = setInterval(() => {
      if (!document.hidden) refresh(everything);
      // A connection that the browser gave up on is tried again; one that it still tries is left alone.
      if (status === 'ended') reset();
    }, pollSeconds * 1000);
    return () => clearInterval(poll);
  }, [off, status, reset, refresh]);

  return connected ? 'on' : off ? 'off' : 'connecting';
}

/** The line itself: `ended` is one that the browser does not try to mend. */
function useChanges(onData: (change: LiveChange) => void) {
  const wire = useTRPCClient();
  const [status, setStatus] = useState<'connecting' | 'connected' | 'ended'>('connecting');
  const line = useRef<{ unsubscribe: () => void }>(undefined);

  const reset = useCallback(() => {
    line.current?.unsubscribe();
    setStatus('connecting');
    line.current = wire.live.changes.subscribe(undefined, {
      onStarted: () => setStatus('connected'),
      onData,
      onError: () => setStatus('ended'),
      onConnectionStateChange: ({ state }) => {
        if (state === 'connecting') setStatus('connecting');
        if (state === 'idle') setStatus('ended');
      },
    });
  }, [wire, onData]);

  useEffect(() => {
    reset();
    return () => line.current?.unsubscribe();
  }, [reset]);

  return { status, reset };
}

/** Gathers changes for a moment, then reads again what they affect; at most once a second however many there are. */
function useRefresh(): (change: LiveChange) => void {
  const queries = useQueryClient();
  const gathered = useRef<LiveChange[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastRun = useRef(0);

  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(
    (change: LiveChange) => {
      gathered.current.push(change);
      if (timer.current !== undefined) return;
      timer.current = setTimeout(
        () => {
          const changes = gathered.current;
          gathered.current = [];
          timer.current = undefined;
          lastRun.current = Date.now();
          queries.invalidateQueries({
            predicate: (query) => changes.some((each) => isAffected(query, each)),
          });
        },
        Math.max(gatherMs, lastRun.current + restMs - Date.now()),
      );
    },
    [queries],
  );
}
