'use client';
import { useMemo, useState } from 'react';

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  setRange: (ids: readonly string[], on: boolean) => void;
  setAll: (ids: readonly string[]) => void;
  clear: () => void;
};

/** Which rows are ticked, by id: it survives sorting, filtering and rows that are not loaded any more. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
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
