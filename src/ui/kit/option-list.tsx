'use client';
import { Check } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { cn } from './cn.ts';
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from './command.tsx';
import { filterOptions } from './filter-options.ts';

export type Option = {
  value: string;
  label: string;
  /** Further words: shown quietly after the label and searched too. */
  hint?: string;
  /** Already formatted for the locale, or a plain number. */
  count?: number | string;
  icon?: ReactNode;
};

type Props = {
  options: Option[];
  selected: readonly string[];
  onSelect: (value: string) => void;
  multiple?: boolean;
  label: string;
  searchPlaceholder: string;
  emptyText: string;
  /** Under this many options there is no search box. */
  searchFrom?: number;
};

export function OptionList({ options, selected, onSelect, multiple, searchFrom = 8, ...texts }: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const chosen = new Set(selected);
  const shown = filterOptions(options, query);
  // What the keys are on starts over with every letter: the best hit, at the top of the list.
  const search = (text: string) => {
    setQuery(text);
    setActive(filterOptions(options, text)[0]?.value ?? '');
    list.current?.scrollTo({ top: 0 });
  };
  return (
    <Command shouldFilter={false} label={texts.label} value={active} onValueChange={setActive}>
      {options.length >= searchFrom ? (
        <CommandInput value={query} onValueChange={search} placeholder={texts.searchPlaceholder} />
      ) : (
        <FocusHolder label={texts.label} />
      )}
      <CommandList ref={list} label={texts.label} aria-multiselectable={multiple || undefined}>
        <CommandEmpty>{texts.emptyText}</CommandEmpty>
        <CommandGroup>
          {shown.map((option) => (
            <CommandItem key={option.value} value={option.value} onSelect={() => onSelect(option.value)}>
              <Mark on={chosen.has(option.value)} multiple={multiple} />
              {option.icon}
              <span className="truncate">{option.label}</span>
              {option.hint ? (
                <span className="truncate text-muted-foreground text-xs">{option.hint}</span>
              ) : null}
              {chosen.has(option.value) ? <span className="sr-only">✓</span> : null}
              {option.count === undefined ? null : (
                <span data-numeric className="ml-auto pl-2 text-muted-foreground text-xs">
                  {option.count}
                </span>
              )}
            </CommandItem>
          ))}
        </CommandGroup>
      </CommandList>
    </Command>
  );
}

// cmdk moves its selection by the keys of its input; a short list keeps one that is not seen.
function FocusHolder({ label }: { label: string }) {
  return (
    <div className="sr-only">
      <CommandInput aria-label={label} readOnly />
    </div>
  );
}

function Mark({ on, multiple }: { on: boolean; multiple?: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid size-4 shrink-0 place-items-center',
        multiple && 'rounded-sm border border-input',
        multiple && on && 'border-primary bg-primary',
      )}
    >
      {on ? (
        <Check
          strokeWidth={3}
          className={cn('size-3.5', multiple ? 'text-primary-foreground!' : 'text-primary!')}
        />
      ) : null}
    </span>
  );
}
