'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { type Change, changeFields, type Fields, readFields, type Values } from './url-fields.ts';

type SetFields<F extends Fields> = (change: Change<F>, history?: 'push' | 'replace') => void;

/**
 * Values that live in the URL alone. The router takes a change up a moment later, so until then what was written is
 * shown. `push` makes a step in the history, so that Back undoes it.
 */
export function useUrlState<F extends Fields>(fields: F): [Values<F>, SetFields<F>] {
  const known = useSearchParams();
  const [written, setWritten] = useState<{ over: typeof known; search: string } | null>(null);
  const search = written?.over === known ? written.search : known.toString();
  const values = useMemo(() => readFields(fields, new URLSearchParams(search)), [fields, search]);

  const change = useCallback<SetFields<F>>(
    (next, history = 'replace') => {
      const { pathname, search: old, hash } = window.location;
      const now = changeFields(fields, old, next);
      if (now === old) return;
      setWritten({ over: known, search: now });
      window.history[`${history}State`](null, '', pathname + now + hash);
    },
    [fields, known],
  );
  return [values, change];
}
