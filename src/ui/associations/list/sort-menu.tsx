'use client';
import { Suspense } from 'react';
import { onDemand } from '#ui/shared/on-demand.ts';
import { SortButton, type SortMenuProps } from './sort-button.tsx';

const menu = onDemand(() => import('./sort-menu-open.tsx').then((module) => module.SortMenuOpen));

/** Every order, also those whose column is hidden. */
export function SortMenu(props: SortMenuProps) {
  const { wanted, trigger } = menu.useTrigger();
  const button = <SortButton view={props.view} {...trigger} />;
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <menu.Loaded {...props} />
    </Suspense>
  );
}
