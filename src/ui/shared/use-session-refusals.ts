'use client';
import { useSyncExternalStore } from 'react';
import { onSessionEnd, refusalsOfSession } from '#api/client.tsx';

/** How often the server refused a call because nobody is signed in; 0 while the session lives. */
export const useSessionRefusals = (): number =>
  useSyncExternalStore(onSessionEnd, refusalsOfSession, () => 0);
