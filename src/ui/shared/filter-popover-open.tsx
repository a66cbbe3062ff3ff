'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { OptionList } from '#ui/kit/option-list.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '#ui/kit/popover.tsx';
import { FilterButton, type FilterPopoverProps } from './filter-button.tsx';

/** The filter with its list. It comes on demand and opens at once; see filter-popover.tsx. */
export function FilterPopoverOpen({ label, options, selected, onChange, single, icon }: FilterPopoverProps) {
  const w = useTranslations('words');
  const [open, setOpen] = useState(true);
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
        <FilterButton
          label={label}
          options={options}
          selected={selected}
          icon={icon}
          onClear={() => onChange([])}
        />
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-72 p-0">
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
