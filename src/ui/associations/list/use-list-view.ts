'use client';
import { useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { type ListView, type ViewChange, viewParsers, withoutFilters } from './view.ts';

export type ChangeView = (change: ViewChange) => void;

/** The view lives in the URL alone. Clearing makes a step in the history, so that Back undoes it. */
export function useListView(): { view: ListView; change: ChangeView; clear: () => void } {
  const [view, setView] = useQueryStates(viewParsers, { history: 'replace' });
  const change = useCallback((next: ViewChange) => void setView(next), [setView]);
  const clear = useCallback(() => void setView(withoutFilters, { history: 'push' }), [setView]);
  return { view, change, clear };
}
