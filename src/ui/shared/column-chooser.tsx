'use client';
import { Suspense } from 'react';
import { onDemand } from '#ui/shared/on-demand.ts';
import { type ColumnChooserProps, ColumnsButton } from './columns-button.tsx';

const menu = onDemand(() => import('./column-chooser-open.tsx').then((module) => module.ColumnChooserOpen));

export function ColumnChooser(props: ColumnChooserProps) {
  const { wanted, trigger } = menu.useTrigger();
  const button = <ColumnsButton {...trigger} />;
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <menu.Loaded {...props} />
    </Suspense>
  );
}
