'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { keptKey, onKeptChange, readKept, writeKept } from './kept-texts.ts';
import { useMe } from './use-me.ts';

/** A text that is kept for the signed-in person until it is sent: `about` names what it belongs to (`note:<id>`). */
export function useKeptText(about: string): [string, (text: string) => void] {
  const key = keptKey(useMe().id, about);
  const text = useSyncExternalStore(
    onKeptChange,
    () => readKept(key) ?? '',
    () => '',
  );
  const set = useCallback((next: string) => writeKept(key, next === '' ? null : next), [key]);
  return [text, set];
}
