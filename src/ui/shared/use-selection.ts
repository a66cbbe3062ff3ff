'use client';
import { useEffect, useMemo, useState } from 'react';

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  setRange: (ids: readonly string[], on: boolean) => void;
  setAll: (ids: readonly string[]) => void;
  clear: () => void;
};

// Kept while the window is open, so that opening a row and coming Back loses nothing. Written in the browser alone.
const kept = new Map<string, ReadonlySet<string>>();

/** Which rows of the named list are ticked, by id: it survives sorting, filtering, and rows that are not loaded any more. */
export function useSelection(list: string): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => kept.get(list) ?? new Set());
  useEffect(() => {
    kept.set(list, ids);
  }, [list, ids]);
  return useMemo(
    () => ({
      ids,
      toggle: (id) => setIds((old) => withAll(old, [id], !old.has(id))),
      setRange: (range, on) => setIds((old) => withAll(old, range, on)),
      setAll: (all) => setIds(new Set(all)),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}

function withAll(old: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(old);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
