'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense, useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { FilterBar } from '#ui/shared/filter-bar.tsx';
import { FilterPopover } from '#ui/shared/filter-popover.tsx';
import { onDemand } from '#ui/shared/on-demand.ts';
import { SearchField } from '#ui/shared/search-field.tsx';
import type { Filter } from './use-filters.tsx';
import type { ChangeView } from './use-list-view.ts';
import type { ListView } from './view.ts';

// Only where the window is too narrow for the filters to stand in a row.
const filterSheet = onDemand(() => import('./filter-sheet.tsx').then((module) => module.FilterSheet));

type Props = {
  view: ListView;
  filters: Filter[];
  total: number | undefined;
  change: ChangeView;
  onClear: () => void;
};

export function Filters({ view, filters, total, change, onClear }: Props) {
  const t = useTranslations('associations.list');
  const [sheet, setSheet] = useState<'never' | 'open' | 'closed'>('never');
  const { trigger } = filterSheet.useTrigger();
  const active = filters.filter((filter) => filter.selected.length > 0).length;
  return (
    // In a wide window the row never breaks, however much is chosen: the table below must not jump.
    <FilterBar className="xl:flex-nowrap">
      <SearchField
        value={view.q}
        onChange={(q) => change({ q })}
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        className="max-lg:w-auto max-lg:min-w-0 max-lg:flex-1 lg:w-72 xl:w-56 xl:shrink 2xl:w-72"
      />
      <div className="flex min-w-0 flex-wrap gap-2 max-lg:hidden xl:flex-nowrap">
        {filters.map(({ key, ...filter }) => (
          <FilterPopover key={key} {...filter} />
        ))}
      </div>
      <Button {...trigger} className="lg:hidden" aria-haspopup="dialog" onClick={() => setSheet('open')}>
        <SlidersHorizontal aria-hidden />
        {t('filters.button', { count: active })}
      </Button>
      {sheet === 'never' ? null : (
        <Suspense>
          <filterSheet.Loaded
            open={sheet === 'open'}
            onOpenChange={(open) => setSheet(open ? 'open' : 'closed')}
            view={view}
            filters={filters}
            total={total}
            change={change}
            onClear={onClear}
          />
        </Suspense>
      )}
    </FilterBar>
  );
}
