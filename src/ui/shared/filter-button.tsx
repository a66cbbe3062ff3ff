'use client';
import { ChevronDown } from 'lucide-react';
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

type Props = ComponentProps<'button'> & Pick<FilterPopoverProps, 'label' | 'options' | 'selected' | 'icon'>;

const chosenLook =
  'border-primary/40 bg-primary-soft text-primary-soft-foreground hover:bg-primary-soft data-[state=open]:bg-primary-soft';

/** The filter's name and what is chosen: the one choice by its name, several by their number. */
export function FilterButton({ label, options, selected, icon, ...props }: Props) {
  const only =
    selected.length === 1 ? options.find((option) => option.value === selected[0])?.label : undefined;
  return (
    <Button
      aria-haspopup="dialog"
      aria-expanded={false}
      {...props}
      className={cn('gap-1.5', selected.length > 0 && chosenLook)}
    >
      {icon}
      {label}
      {selected.length > 0 ? (
        <span className="max-w-36 truncate font-semibold">
          {only ?? <span data-numeric>{selected.length}</span>}
        </span>
      ) : null}
      <ChevronDown aria-hidden className="size-3.5! opacity-60" />
    </Button>
  );
}
