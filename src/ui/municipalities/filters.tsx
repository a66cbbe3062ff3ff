'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { FilterBar } from '#ui/shared/filter-bar.tsx';
import { FilterPopover } from '#ui/shared/filter-popover.tsx';
import { SearchField } from '#ui/shared/search-field.tsx';
import { registerStates } from './choices.ts';
import { type FilterChange, type MunicipalityRow, platformChoices, type View } from './view.ts';

type Props = {
  rows: readonly MunicipalityRow[];
  view: View;
  onChange: (change: FilterChange) => void;
  onClear: () => void;
};

export function MunicipalityFilters({ rows, view, onChange, onClear }: Props) {
  const t = useTranslations('municipalities');
  const count = (test: (row: MunicipalityRow) => boolean) => rows.filter(test).length;
  const counties = new Map(rows.map((row) => [row.countyCode, row.county]));
  const filtered = view.county.length + view.platform.length + view.state.length > 0 || view.has !== null;
  return (
    <FilterBar>
      <SearchField
        value={view.q}
        onChange={(q) => onChange({ q })}
        label={t('search')}
        placeholder={t('searchPlaceholder')}
      />
      <FilterPopover
        label={t('filter.county')}
        options={[...counties]
          .map(([value, label]) => ({ value, label, count: count((row) => row.countyCode === value) }))
          .sort((left, right) => left.label.localeCompare(right.label, 'sv'))}
        selected={view.county}
        onChange={(county) => onChange({ county })}
      />
      <FilterPopover
        label={t('filter.platform')}
        options={platformChoices.map((value) => ({
          value,
          label: value === 'none' ? t('filter.noPlatform') : t(`platform.${value}`),
          count: count((row) => (row.platform ?? 'none') === value),
        }))}
        selected={view.platform}
        onChange={(chosen) => onChange({ platform: platformChoices.filter((one) => chosen.includes(one)) })}
      />
      <FilterPopover
        label={t('filter.state')}
        options={registerStates.map((value) => ({
          value,
          label: t(`state.${value}`),
          count: count((row) => row.registerState === value),
        }))}
        selected={view.state}
        onChange={(chosen) => onChange({ state: registerStates.filter((one) => chosen.includes(one)) })}
      />
      <FilterPopover
        single
        label={t('filter.has')}
        options={[
          { value: 'yes', label: t('filter.hasYes'), count: count((row) => row.associations > 0) },
          { value: 'no', label: t('filter.hasNo'), count: count((row) => row.associations === 0) },
        ]}
        selected={view.has ? [view.has] : []}
        onChange={([has]) => onChange({ has: has === 'yes' || has === 'no' ? has : null })}
      />
      {filtered ? (
        <Button variant="ghost" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      ) : null}
    </FilterBar>
  );
}
