'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { Skeleton } from '#ui/kit/skeleton.tsx';
import { Spinner } from '#ui/kit/spinner.tsx';
import { FilterChip } from '#ui/shared/filter-chip.tsx';
import { SortMenu } from './sort-menu.tsx';
import type { Filter } from './use-filters.tsx';
import type { ChangeView } from './use-list-view.ts';
import { isNarrowed, type ListView } from './view.ts';

type Props = {
  view: ListView;
  filters: Filter[];
  total: number | undefined;
  failed: boolean;
  /** Another answer is on its way, and one notices. */
  busy: boolean;
  change: ChangeView;
  onClear: () => void;
};

// A chip names the first choices; the rest are a number.
const namedInChip = 2;

/** What is shown: how many, because of which filters, in which order. */
export function ResultBar({ view, filters, total, failed, busy, change, onClear }: Props) {
  const t = useTranslations('associations.list');
  const w = useTranslations('words.action');
  const named = (filter: Filter) => {
    const labels = filter.selected.map(
      (value) => filter.options.find((option) => option.value === value)?.label ?? value,
    );
    const names = labels.slice(0, namedInChip).join(', ');
    return labels.length > namedInChip
      ? t('filters.more', { names, count: labels.length - namedInChip })
      : names;
  };
  return (
    <div className="flex min-h-8 items-start gap-3">
      <div
        role="status"
        data-numeric
        className="flex h-7 shrink-0 items-center gap-2 font-medium text-sm pointer-coarse:h-11"
      >
        {total !== undefined ? (
          t('count', { count: total })
        ) : failed ? null : (
          <Skeleton className="h-4 w-28" />
        )}
        {busy ? <Spinner className="text-muted-foreground" /> : null}
      </div>
      <div className="flex min-w-0 flex-1 items-center gap-1.5 max-md:overflow-x-auto max-md:[scrollbar-width:none] md:flex-wrap">
        {filters
          .filter((filter) => filter.selected.length > 0)
          .map((filter) => (
            <FilterChip
              key={filter.key}
              // Where the filters stand in a row, each of them shows its choice and takes it back itself.
              className="lg:hidden"
              label={filter.label}
              value={named(filter)}
              onRemove={() => filter.onChange([])}
            />
          ))}
        {isNarrowed(view) ? (
          <Button variant="link" size="sm" onClick={onClear}>
            {w('clearAll')}
          </Button>
        ) : null}
      </div>
      <SortMenu view={view} change={change} />
    </div>
  );
}
