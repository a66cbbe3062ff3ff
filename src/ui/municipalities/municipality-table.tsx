'use client';
import { useQuery } from '@tanstack/react-query';
import { Map as MapIcon } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useTRPC } from '#api/client.tsx';
import type { MunicipalitySort } from '#domain/municipalities/schema.ts';
import { Button } from '#ui/kit/button.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { municipalitiesQuery } from '#ui/shared/choices.ts';
import { DataTable } from '#ui/shared/data-table.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { Page } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { MunicipalityFilters } from './filters.tsx';
import { RegisterState } from './register-state.tsx';
import { useMunicipalityColumns } from './use-columns.tsx';
import { applyView, firstDirection, type MunicipalityRow, viewParsers } from './view.ts';

export function MunicipalityTable() {
  const t = useTranslations('municipalities');
  const trpc = useTRPC();
  const query = useQuery(municipalitiesQuery(trpc));
  const [view, setView] = useQueryStates(viewParsers);
  const columns = useMunicipalityColumns();
  const rows = query.data ?? [];
  const shown = applyView(rows, view);
  const clear = () => void setView({ q: null, county: null, platform: null, state: null, has: null });
  const sortBy = (key: string) => {
    const sort = key as MunicipalitySort;
    const turned = view.direction === 'asc' ? 'desc' : 'asc';
    void setView({ sort, direction: sort === view.sort ? turned : firstDirection(sort) });
  };
  return (
    <Page fill>
      <PageHeader title={t('title')} meta={query.data ? <Summary rows={rows} shown={shown.length} /> : null}>
        <MunicipalityFilters
          rows={rows}
          view={view}
          onChange={(change) => void setView(change)}
          onClear={clear}
        />
      </PageHeader>
      <DataTable<MunicipalityRow>
        label={t('title')}
        columns={columns}
        rows={shown}
        rowId={(row) => row.code}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/associations?municipality=${row.code}`}
        total={shown.length}
        sort={{ key: view.sort, direction: view.direction }}
        onSort={sortBy}
        card={(row) => <MunicipalityCard row={row} />}
        cardHeight={72}
        pending={query.isPending}
        scrollKey="/municipalities"
        error={query.error && !query.data ? <LoadError query={query} /> : undefined}
        empty={
          <EmptyState
            icon={<MapIcon />}
            title={t('emptyTitle')}
            description={t('emptyDescription')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          />
        }
      />
    </Page>
  );
}

function Summary({ rows, shown }: { rows: readonly MunicipalityRow[]; shown: number }) {
  const t = useTranslations('municipalities');
  const format = useFormatter();
  const filled = rows.filter((row) => row.associations > 0).length;
  const share = format.number(rows.length === 0 ? 0 : filled / rows.length, 'percent');
  return (
    <span className="text-muted-foreground text-sm" aria-live="polite">
      {shown < rows.length
        ? t('summaryFiltered', { shown })
        : t('summary', { total: rows.length, filled, share })}
    </span>
  );
}

function MunicipalityCard({ row }: { row: MunicipalityRow }) {
  const t = useTranslations('municipalities');
  return (
    <span className="flex min-w-0 flex-1 items-center justify-between gap-3">
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium">{row.name}</span>
        <span className="truncate text-muted-foreground text-xs">
          {row.associations > 0
            ? t('card', { associations: row.associations, members: row.members })
            : row.county}
          {row.platform ? ` · ${row.platform}` : ''}
        </span>
      </span>
      <RegisterState state={row.registerState} />
    </span>
  );
}
