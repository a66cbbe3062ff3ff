'use client';
import { useCallback } from 'react';
import { useUrlState } from '#ui/shared/use-url-state.ts';
import { type ListView, type ViewChange, viewFields, withoutFilters } from './view.ts';

export type ChangeView = (change: ViewChange) => void;

/** The view lives in the URL alone. Clearing makes a step in the history, so that Back undoes it. */
export function useListView(): { view: ListView; change: ChangeView; clear: () => void } {
  const [view, change] = useUrlState(viewFields);
  const clear = useCallback(() => change(withoutFilters, 'push'), [change]);
  return { view, change, clear };
}
