'use client';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

export type Visibility = Record<string, boolean>;
export type ColumnState = {
  visibility: Visibility;
  setVisible: (id: string, on: boolean) => void;
  reset: () => void;
};

type ColumnLike = { id: string; hiddenAtFirst?: boolean };

const CHANGED = 'kansli:columns';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener('storage', onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

/** What the browser kept, or nothing: private windows and full storage may refuse. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The choice then lasts until the page is closed, which no one misses.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function parseVisibility(text: string | null, columns: readonly ColumnLike[]): Visibility {
  const visibility: Visibility = Object.fromEntries(
    columns.map((column) => [column.id, !column.hiddenAtFirst]),
  );
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    for (const [id, on] of Object.entries(kept ?? {})) {
      if (id in visibility && typeof on === 'boolean') visibility[id] = on;
    }
  } catch {
    // Not ours or cut off: the defaults stand.
  }
  return visibility;
}

/** Which columns show, kept in this browser under `kansli:columns:<storageKey>` and shared between its windows. */
export function useColumns(storageKey: string, columns: readonly ColumnLike[]): ColumnState {
  const key = `${CHANGED}:${storageKey}`;
  const text = useSyncExternalStore(
    subscribe,
    useCallback(() => read(key), [key]),
    () => null,
  );
  return useMemo(() => {
    const visibility = parseVisibility(text, columns);
    return {
      visibility,
      setVisible: (id, on) => write(key, JSON.stringify({ ...visibility, [id]: on })),
      reset: () => write(key, null),
    };
  }, [text, key, columns]);
}
