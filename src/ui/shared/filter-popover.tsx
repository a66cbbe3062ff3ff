'use client';
import { Suspense } from 'react';
import { onDemand } from '#ui/shared/on-demand.ts';
import { FilterButton, type FilterPopoverProps } from './filter-button.tsx';

const popover = onDemand(() =>
  import('./filter-popover-open.tsx').then((module) => module.FilterPopoverOpen),
);

/** A filter as a button: its name, what is chosen (or how many), and the list behind it. */
export function FilterPopover(props: FilterPopoverProps) {
  const { wanted, trigger } = popover.useTrigger();
  const { label, options, selected, icon, onChange } = props;
  const button = (
    <FilterButton
      label={label}
      options={options}
      selected={selected}
      icon={icon}
      onClear={() => onChange([])}
      {...trigger}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <popover.Loaded {...props} />
    </Suspense>
  );
}
