'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and while the browser takes its page over: what only the browser knows must not differ then. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
