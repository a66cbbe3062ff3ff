'use client';
import { useCallback, useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { keptKey, readKept, writeKept } from './kept-texts.ts';
import { useMe } from './use-me.ts';

export interface KeptForm<T> {
  /** Only the fields that were changed, so that the others show the record as it is now. */
  typed: Partial<T>;
  /** What those fields said when they were changed, and in which version: a colleague's change since then is a conflict. */
  base: Partial<T>;
  version: number;
}

/** Keeps what is typed into a form until `forget` is called (sent, or given up), and puts it back once when the form opens. */
export function useKeptForm<T extends FieldValues>(form: UseFormReturn<T>, about: string, version = 0) {
  const key = keptKey(useMe().id, about);
  const [kept] = useState(() => (typeof window === 'undefined' ? null : parse<T>(readKept(key))));
  const { reset, subscribe, getValues, formState } = form;
  const [atFirst] = useState<FieldValues>(() => ({ ...formState.defaultValues }));
  const since = kept?.version ?? version;

  useEffect(() => {
    if (kept) reset({ ...getValues(), ...kept.typed }, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true, dirtyFields: true },
      callback({ values, dirtyFields }) {
        const changed = Object.entries(dirtyFields ?? {}).flatMap(([name, dirty]) => (dirty ? [name] : []));
        const pick = (from: FieldValues) => Object.fromEntries(changed.map((name) => [name, from[name]]));
        const base = pick({ ...atFirst, ...kept?.base });
        const text = JSON.stringify({ typed: pick(values), base, version: since });
        writeKept(key, changed.length === 0 ? null : text);
      },
    });
  }, [key, kept, since, atFirst, reset, subscribe, getValues]);

  return { kept, forget: useCallback(() => writeKept(key, null), [key]) };
}

function parse<T>(text: string | null): KeptForm<T> | null {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
