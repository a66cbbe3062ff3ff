'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import { type Option, OptionList } from '#ui/kit/option-list.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '#ui/kit/popover.tsx';

type Props = {
  label: string;
  options: Option[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** A choice replaces the other and closes the list. */
  single?: boolean;
  icon?: ReactNode;
};

/** A filter as a button: its name, what is chosen (or how many), and the list behind it. */
export function FilterPopover({ label, options, selected, onChange, single, icon }: Props) {
  const w = useTranslations('words');
  const [open, setOpen] = useState(false);
  const only =
    selected.length === 1 ? options.find((option) => option.value === selected[0])?.label : undefined;
  const choose = (value: string) => {
    const on = selected.includes(value);
    if (single) {
      onChange(on ? [] : [value]);
      setOpen(false);
    } else {
      onChange(on ? selected.filter((other) => other !== value) : [...selected, value]);
    }
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          className={cn(
            'gap-1.5',
            selected.length > 0 &&
              'border-primary/40 bg-primary-soft text-primary-soft-foreground hover:bg-primary-soft data-[state=open]:bg-primary-soft',
          )}
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
      </PopoverTrigger>
      <PopoverContent className="w-72 p-0">
        <OptionList
          options={options}
          selected={selected}
          onSelect={choose}
          multiple={!single}
          label={label}
          searchPlaceholder={`${w('action.search')} …`}
          emptyText={w('state.noHits')}
        />
        {selected.length > 0 ? (
          <div className="border-t p-1">
            <Button variant="ghost" size="sm" className="w-full" onClick={() => onChange([])}>
              {w('action.clear')}
            </Button>
          </div>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
