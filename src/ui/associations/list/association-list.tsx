'use client';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Suspense, useMemo, useRef, useSyncExternalStore } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import { ColumnChooser } from '#ui/shared/column-chooser.tsx';
import { DataTable } from '#ui/shared/data-table.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { onDemand, useQuietly } from '#ui/shared/on-demand.ts';
import { useColumns } from '#ui/shared/use-columns.ts';
import { useMedia } from '#ui/shared/use-media.ts';
import { useSelection } from '#ui/shared/use-selection.ts';
import { useSlow } from '#ui/shared/use-slow.ts';
import { Page } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { AssociationCard } from './association-card.tsx';
import { Filters } from './filters.tsx';
import type { ListRow } from './list-query.ts';
import { ResultBar } from './result-bar.tsx';
import { useAssociationList } from './use-association-list.ts';
import { useFilters } from './use-filters.tsx';
import { useListColumns } from './use-list-columns.tsx';
import { useListView } from './use-list-view.ts';
import { useRecordPrefetch } from './use-record-prefetch.ts';
import { listInput, sortedBy, sortOf } from './view.ts';

// Fetched while things are quiet, since the next search may find nothing.
const emptyList = onDemand(() => import('./empty-list.tsx').then((module) => module.EmptyList));
const selectionBar = onDemand(() => import('./selection-bar.tsx').then((module) => module.SelectionBar));
const moreFailed = onDemand(() => import('./more-failed.tsx').then((module) => module.MoreFailed));

export function AssociationList() {
  const t = useTranslations('associations.list');
  const { view, change, clear } = useListView();
  const filters = useFilters(view, change);
  const list = useAssociationList(view);
  const columns = useListColumns();
  const columnState = useColumns('associations', columns);
  const selection = useSelection('associations');
  const emails = useEmails(list.rows);
  const prefetch = useRecordPrefetch();
  useQuietly(warm);
  const sort = sortOf(view);
  // Every loaded row is ticked, and there are more: said in words, since a tick looks like all of them.
  const waiting =
    list.hasMore && list.rows.every((row) => selection.ids.has(row.id)) ? list.total : undefined;
  const slow = useSlow(list.stale);
  const narrow = useMedia('(max-width: 767px)');
  const filtering = { view, filters, total: list.total, change, onClear: clear };
  return (
    <Page fill className="relative">
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ColumnChooser columns={columns} state={columnState} />
            <Button asChild variant="primary">
              <Link href="/associations/new">
                <Plus aria-hidden />
                <span className="max-sm:sr-only">{t('new')}</span>
              </Link>
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-2">
          <Filters {...filtering} />
          <ResultBar {...filtering} failed={list.error !== null} busy={slow} />
        </div>
      </PageHeader>
      <DataTable
        label={t('title')}
        columns={columns}
        visibility={columnState.visibility}
        rows={list.rows}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/associations/${row.id}`}
        onRowIntent={prefetch}
        total={list.total}
        sort={sort}
        onSort={(key) => {
          const column = columns.find((each) => each.sortKey === key);
          if (column?.sortKey) change(sortedBy(view, column.sortKey));
        }}
        hasMore={list.hasMore}
        loadingMore={list.loadingMore}
        onLoadMore={list.loadMore}
        selection={narrow ? undefined : selection}
        card={(row) => <AssociationCard row={row} />}
        cardHeight={92}
        pending={list.pending}
        busy={list.stale}
        scrollKey={useShownKey(view, list.stale)}
        className={cn(
          list.stale && 'opacity-60 transition-opacity delay-150',
          !useMounted() && 'max-md:invisible',
        )}
        empty={
          <Suspense>
            <emptyList.Loaded view={view} onClear={clear} />
          </Suspense>
        }
        error={
          list.error ? (
            <LoadError query={{ error: list.error, isFetching: list.retrying, refetch: list.retry }} />
          ) : undefined
        }
      />
      <Suspense>
        {list.moreFailed ? <moreFailed.Loaded retry={list.loadMore} pending={list.loadingMore} /> : null}
      </Suspense>
      <Suspense>
        {selection.ids.size > 0 ? (
          <selectionBar.Loaded selection={selection} emails={emails} waiting={waiting} />
        ) : null}
      </Suspense>
    </Page>
  );
}

const warm = () => {
  emptyList.warm();
  selectionBar.warm();
  moreFailed.warm();
};

/** The view whose rows are on the screen; while the next is on its way the scroll position is still the old one's. */
function useShownKey(view: Parameters<typeof listInput>[0], stale: boolean): string {
  const key = JSON.stringify(listInput(view));
  const shown = useRef(key);
  if (!stale) shown.current = key;
  return `associations:${shown.current}`;
}

/** Addresses of all rows seen so far: what is ticked stays so when another filter takes its row away. */
function useEmails(rows: ListRow[]): ReadonlyMap<string, string | null> {
  return useMemo(() => {
    if (typeof window !== 'undefined') for (const row of rows) seenEmails.set(row.id, row.email);
    return seenEmails;
  }, [rows]);
}

// As long as what is ticked is kept: while the window is open.
const seenEmails = new Map<string, string | null>();

const never = () => () => {};

/** False in the server's paint: rows change their shape on a phone, and should not be seen doing so. */
const useMounted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
