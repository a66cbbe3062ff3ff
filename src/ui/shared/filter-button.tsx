'use client';
import { ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import type { Option } from '#ui/kit/option-list.tsx';

export type FilterPopoverProps = {
  label: string;
  options: Option[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** A choice replaces the other and closes the list. */
  single?: boolean;
  icon?: ReactNode;
};

type Props = ComponentProps<'button'> &
  Pick<FilterPopoverProps, 'label' | 'options' | 'selected' | 'icon'> & {
    /** Takes the choice back without opening the list. */
    onClear: () => void;
  };

const chosenLook =
  'border-primary/40 bg-primary-soft text-primary-soft-foreground hover:bg-primary-soft data-[state=open]:bg-primary-soft';

/** The filter's name and what is chosen: the one choice by its name, several by their number. */
export function FilterButton({ label, options, selected, icon, onClear, ...props }: Props) {
  const w = useTranslations('words.action');
  const chosen = selected.map((value) => options.find((option) => option.value === value)?.label ?? value);
  const active = selected.length > 0;
  return (
    <span className="inline-flex min-w-0">
      <Button
        aria-haspopup="dialog"
        aria-expanded={false}
        title={active ? chosen.join(', ') : undefined}
        {...props}
        className={cn('min-w-0 shrink gap-1.5', active && chosenLook, active && 'rounded-r-none border-r-0')}
      >
        {icon}
        <span className="shrink-0">{label}</span>
        {active ? (
          <span className="min-w-4 max-w-36 truncate font-semibold">
            {selected.length === 1 ? chosen[0] : <span data-numeric>{selected.length}</span>}
          </span>
        ) : null}
        <ChevronDown aria-hidden className="size-3.5! opacity-60" />
      </Button>
      {active ? (
        <Button
          size="icon"
          aria-label={w('remove', { name: label })}
          onClick={onClear}
          className={cn('w-7 rounded-l-none', chosenLook)}
        >
          <X aria-hidden className="size-3.5!" />
        </Button>
      ) : null}
    </span>
  );
}
