'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Change, everything, useReadAgain, useTRPCClient } from '#api/client.tsx';
import { type LineHandlers, type LineStatus, openSharedLine, type SharedLine } from './live-shared-line.ts';
import { type LiveState, pollSeconds } from './live-state.ts';
import { useOnline } from './use-online.ts';
import { useSessionRefusals } from './use-session-refusals.ts';

const patienceMs = 5_000;
const gatherMs = 150;
const restMs = 1_000;

/** Keeps what is on the screen up to date with what others change. Used once, by the shell; `late` when it had to wait. */
export function useLive(userId: string, late: boolean): LiveState {
  const refresh = useRefresh();
  const { status, reset } = useSharedLine(userId, refresh);
  const online = useOnline();
  const signedOut = useSessionRefusals() > 0;
  const connected = status === 'connected';
  const [waited, setWaited] = useState(false);
  const mayHaveMissed = useRef(late);

  useEffect(() => {
    if (connected) {
      setWaited(false);
      // What happened while the line was down, or passed from one tab to another, was not heard.
      if (mayHaveMissed.current) refresh(everything);
      mayHaveMissed.current = true;
      return;
    }
    const patience = setTimeout(() => {
      mayHaveMissed.current = true;
      setWaited(true);
    }, patienceMs);
    return () => clearTimeout(patience);
  }, [connected, refresh]);

  const off = !connected && waited;
  useEffect(() => {
    if (!off || !online || signedOut) return;
    const poll = setInterval(() => {
      if (!document.hidden) refresh(everything);
      // A connection that the browser gave up on is tried again; one that it still tries is left alone.
      if (status === 'ended') reset();
    }, pollSeconds * 1000);
    return () => clearInterval(poll);
  }, [off, online, signedOut, status, reset, refresh]);

  // Back on the network, or signed in again: the old stream may be dead without anybody having noticed.
  const reachable = online && !signedOut;
  const wasReachable = useRef(reachable);
  useEffect(() => {
    if (reachable && !wasReachable.current) {
      reset();
      refresh(everything);
    }
    wasReachable.current = reachable;
  }, [reachable, reset, refresh]);

  if (!online) return 'offline';
  if (signedOut) return 'signedOut';
  return connected ? 'on' : off ? 'off' : 'connecting';
}

/** This tab's end of the browser's one line. */
function useSharedLine(userId: string, onChange: (change: Change) => void) {
  const wire = useTRPCClient();
  const [status, setStatus] = useState<LineStatus>('connecting');
  const line = useRef<SharedLine>(undefined);

  useEffect(() => {
    const open = () => {
      line.current = openSharedLine(`kansli-live:${userId}`, (handlers) => openStream(wire, handlers), {
        onStatus: setStatus,
        onChange,
      });
    };
    // A page that the browser puts away to show again must not hold the line meanwhile.
    const away = () => line.current?.close();
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) open();
    };
    open();
    window.addEventListener('pagehide', away);
    window.addEventListener('pageshow', back);
    return () => {
      window.removeEventListener('pagehide', away);
      window.removeEventListener('pageshow', back);
      line.current?.close();
    };
  }, [wire, userId, onChange]);

  const reset = useCallback(() => line.current?.reset(), []);
  return { status, reset };
}

function openStream(wire: ReturnType<typeof useTRPCClient>, { onStatus, onChange }: LineHandlers) {
  return wire.live.changes.subscribe(undefined, {
    onStarted: () => onStatus('connected'),
    onData: onChange,
    onError: () => onStatus('ended'),
    onConnectionStateChange: ({ state }) => {
      if (state === 'connecting') onStatus('connecting');
      if (state === 'idle') onStatus('ended');
    },
  });
}

/** Gathers changes for a moment, then reads again what they affect; at most once a second however many there are. */
function useRefresh(): (change: Change) => void {
  const readAgain = useReadAgain();
  const gathered = useRef<Change[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastRun = useRef(0);

  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(
    (change: Change) => {
      gathered.current.push(change);
      if (timer.current !== undefined) return;
      timer.current = setTimeout(
        () => {
          const changes = gathered.current;
          gathered.current = [];
          timer.current = undefined;
          lastRun.current = Date.now();
          void readAgain(changes);
        },
        Math.max(gatherMs, lastRun.current + restMs - Date.now()),
      );
    },
    [readAgain],
  );
}
