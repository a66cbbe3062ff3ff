'use client';
import { Check, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
  /** Before anything is typed, where there are no options at all. */
  noneText?: string;
  /** What is typed and is not there yet can be made; `createLabel` names the choice. */
  onCreate?: (name: string) => void;
  createLabel?: (name: string) => string;
  /** Under this many options there is no search box. */
  searchFrom?: number;
};

// What the letters typed into a short list have in common is looked for until a pause of so long.
const PAUSE_MS = 800;
const CREATE = 'create:';

export function OptionList({
  options,
  selected,
  onSelect,
  multiple,
  searchFrom = 8,
  onCreate,
  ...texts
}: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const chosen = new Set(selected);
  const shown = filterOptions(options, query);
  // What the keys are on starts over with every letter: the best hit, at the top of the list.
  const search = (text: string) => {
    setQuery(text);
    setActive(filterOptions(options, text)[0]?.value ?? CREATE + text.trim());
    list.current?.scrollTo({ top: 0 });
  };
  const name = query.trim();
  const known = options.some((option) => option.label.toLocaleLowerCase() === name.toLocaleLowerCase());
  const choose = (value: string) => {
    onSelect(value);
    // Where one can make what is missing, the next word follows at once.
    if (onCreate) search('');
  };
  return (
    <Command shouldFilter={false} label={texts.label} value={active} onValueChange={setActive}>
      {options.length >= searchFrom ? (
        <CommandInput value={query} onValueChange={search} placeholder={texts.searchPlaceholder} />
      ) : (
        <TypeAhead
          label={texts.label}
          onType={(typed) => {
            const hit = filterOptions(options, typed)[0];
            if (hit) setActive(hit.value);
          }}
        />
      )}
      <CommandList ref={list} label={texts.label} aria-multiselectable={multiple || undefined}>
        <CommandEmpty>{name === '' ? (texts.noneText ?? texts.emptyText) : texts.emptyText}</CommandEmpty>
        <CommandGroup>
          {shown.map((option) => (
            <CommandItem key={option.value} value={option.value} onSelect={() => choose(option.value)}>
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
          {onCreate && name !== '' && !known ? (
            <CommandItem
              value={CREATE + name}
              onSelect={() => {
                onCreate(name);
                search('');
              }}
            >
              <Plus aria-hidden />
              <span className="truncate">{texts.createLabel?.(name) ?? name}</span>
            </CommandItem>
          ) : null}
        </CommandGroup>
      </CommandList>
    </Command>
  );
}

// cmdk moves its selection by the keys of its input; a short list keeps one that is not seen, and goes to what is typed.
function TypeAhead({ label, onType }: { label: string; onType: (typed: string) => void }) {
  const [typed, setTyped] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="sr-only">
      <CommandInput
        aria-label={label}
        value={typed}
        onValueChange={(text) => {
          setTyped(text);
          if (text.trim() !== '') onType(text);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setTyped(''), PAUSE_MS);
        }}
      />
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
