'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import { MultiCombobox } from '#ui/kit/combobox.tsx';
import {
  Sheet,
  SheetBody,
  SheetClose,
  SheetContent,
  SheetFooter,
  SheetHeader,
  SheetTitle,
} from '#ui/kit/sheet.tsx';
import { SortMenu } from './sort-menu.tsx';
import type { Filter } from './use-filters.tsx';
import type { ChangeView } from './use-list-view.ts';
import { isNarrowed, type ListView } from './view.ts';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  view: ListView;
  filters: Filter[];
  total: number | undefined;
  change: ChangeView;
  onClear: () => void;
};

// Up to so many choices stand open; more are behind a search.
const mostShown = 8;

/** All filters where there is no room for a row of them. Each choice holds at once; the button tells how many are left and leads back to them. */
export function FilterSheet({ open, onOpenChange, view, filters, total, change, onClear }: Props) {
  const t = useTranslations('associations.list');
  const w = useTranslations('words.action');
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent side="bottom" closeLabel={w('close')} aria-describedby={undefined}>
        <SheetHeader>
          <SheetTitle>{t('filters.title')}</SheetTitle>
        </SheetHeader>
        <SheetBody className="flex flex-col gap-5">
          {filters.map((filter) =>
            filter.key !== 'owner' && filter.options.length <= mostShown && filter.options.length > 0 ? (
              <Choices key={filter.key} filter={filter} />
            ) : (
              <Picker key={filter.key} filter={filter} />
            ),
          )}
          <div className="flex flex-col items-start gap-2">
            <span className="font-medium text-sm">{t('sort.label')}</span>
            <SortMenu view={view} change={change} />
          </div>
        </SheetBody>
        <SheetFooter className="justify-between">
          <Button variant="ghost" onClick={onClear} disabled={!isNarrowed(view)}>
            {w('clearAll')}
          </Button>
          <SheetClose asChild>
            <Button variant="primary">
              {total === undefined ? w('show') : t('filters.show', { count: total })}
            </Button>
          </SheetClose>
        </SheetFooter>
      </SheetContent>
    </Sheet>
  );
}

function Choices({ filter }: { filter: Filter }) {
  const toggle = (value: string) => {
    const others = filter.selected.filter((other) => other !== value);
    const on = others.length === filter.selected.length;
    filter.onChange(filter.single ? (on ? [value] : []) : on ? [...others, value] : others);
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 font-medium text-sm">{filter.label}</legend>
      <div className="flex flex-wrap gap-2">
        {filter.options.map(({ value, label }) => {
          const on = filter.selected.includes(value);
          return (
            <Button
              key={value}
              aria-pressed={on}
              onClick={() => toggle(value)}
              className={cn(on && 'border-primary/40 bg-primary-soft text-primary-soft-foreground')}
            >
              {label}
            </Button>
          );
        })}
      </div>
    </fieldset>
  );
}

function Picker({ filter }: { filter: Filter }) {
  const t = useTranslations('associations.list.filters');
  const w = useTranslations('words');
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-medium text-sm">
        {filter.label}
      </label>
      <MultiCombobox
        id={id}
        label={filter.label}
        options={filter.options}
        value={filter.selected}
        onChange={filter.onChange}
        placeholder={t('all')}
        searchPlaceholder={`${w('action.search')} …`}
        emptyText={w('state.noHits')}
        clearLabel={w('action.clear')}
      />
    </div>
  );
}
