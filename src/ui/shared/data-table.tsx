'use client';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { cn } from '#ui/kit/cn.ts';
import { Spinner } from '#ui/kit/spinner.tsx';
import {
  type Column,
  features,
  gridTemplate,
  leastWidth,
  ROW_HEIGHT,
  type Sort,
  toColumnDefs,
} from './data-table-column.ts';
import { DataTableHead } from './data-table-head.tsx';
import { DataTableRow } from './data-table-row.tsx';
import { DataTableSkeleton } from './data-table-skeleton.tsx';
import type { Visibility } from './use-columns.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useMedia } from './use-media.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { Selection } from './use-selection.ts';

export type { Column, Sort };

export type DataTableProps<T extends object> = {
  /** Accessible name of the table. */
  label: string;
  columns: readonly Column<T>[];
  visibility?: Visibility;
  rows: readonly T[];
  rowId: (row: T) => string;
  /** The row's name, for its checkbox. */
  rowLabel: (row: T) => string;
  rowHref: (row: T) => string;
  /** The pointer or the focus came to the row: the moment to fetch what it opens. */
  onRowIntent?: (row: T) => void;
  /** Exact number of all rows, loaded or not. */
  total?: number;
  sort?: Sort;
  onSort?: (key: string) => void;
  hasMore?: boolean;
  loadingMore?: boolean;
  onLoadMore?: () => void;
  selection?: Selection;
  /** How a row looks on a phone; without it the table scrolls sideways. */
  card?: (row: T) => ReactNode;
  cardHeight?: number;
  /** The first rows are on their way. */
  pending?: boolean;
  empty?: ReactNode;
  error?: ReactNode;
  /** The URL of this list: brings the scroll position back when it is opened again. */
  scrollKey?: string;
  className?: string;
};

// So many rows before the end the next ones are asked for.
const AHEAD = 20;

export function DataTable<T extends object>(props: DataTableProps<T>) {
  const {
    columns,
    rows,
    rowId,
    selection,
    hasMore,
    loadingMore,
    onLoadMore,
    pending,
    card,
    cardHeight = 88,
  } = props;
  const w = useTranslations('words');
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMedia('(max-width: 767px)') && card !== undefined;
  const definitions = useMemo(() => toColumnDefs(columns), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows as T[],
    getRowId: rowId,
    state: { columnVisibility: props.visibility ?? {} },
  });
  const visible = columns.filter(
    (column) => column.primary || table.getColumn(column.id)?.getIsVisible() !== false,
  );
  const models = table.getRowModel().rows;
  const height = narrow ? cardHeight : ROW_HEIGHT;
  const headHeight = narrow ? 0 : ROW_HEIGHT;

  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => models[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 1200, height: 800 },
    // The head stands before the first row and covers the top while the rows scroll.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: ROW_HEIGHT,
  });
  // Rows are of one height, but it changes between table and cards.
  useEffect(() => {
    if (height > 0) virtualizer.measure();
  }, [height, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && !pending && last >= models.length - AHEAD) onLoadMore?.();
  }, [hasMore, loadingMore, pending, last, models.length, onLoadMore]);

  useKeptScroll(scroller, props.scrollKey, models.length > 0);
  const keys = useRowKeys({
    scroller,
    count: models.length,
    scrollTo: virtualizer.scrollToIndex,
    selection,
    idAt: (i) => models[i]?.id,
  });

  if (props.error) return props.error;
  if (!pending && rows.length === 0) return props.empty;

  const template = gridTemplate(visible, selection !== undefined);
  const width = narrow ? undefined : leastWidth(visible, selection !== undefined);
  return (
    <div
      ref={scroller}
      className={cn(
        'relative min-h-0 flex-1 overflow-auto overscroll-contain bg-card [scrollbar-gutter:stable]',
        props.className,
      )}
    >
      <table
        aria-label={props.label}
        aria-rowcount={props.total === undefined ? -1 : props.total + 1}
        aria-colcount={visible.length + (selection ? 1 : 0)}
        aria-busy={pending || undefined}
        className="block w-full"
        style={{ minWidth: width }}
      >
        <DataTableHead
          columns={visible}
          template={template}
          rows={rows}
          rowId={rowId}
          sort={props.sort}
          onSort={props.onSort}
          selection={selection}
          hidden={narrow}
        />
        {pending ? (
          <DataTableSkeleton
            columns={visible}
            template={template}
            height={height}
            selectable={selection !== undefined}
            narrow={narrow}
          />
        ) : (
          <tbody className="relative block" style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const model = models[item.index];
              return model ? (
                <DataTableRow
                  key={model.id}
                  model={model}
                  index={item.index}
                  start={item.start - headHeight}
                  height={height}
                  columns={visible}
                  template={template}
                  label={props.rowLabel(model.original)}
                  href={props.rowHref(model.original)}
                  card={narrow ? card : undefined}
                  checked={selection ? selection.ids.has(model.id) : undefined}
                  onTick={keys.onTick}
                  onIntent={props.onRowIntent}
                />
              ) : null;
            })}
          </tbody>
        )}
      </table>
      <div className="sticky left-0 flex h-12 items-center justify-center text-muted-foreground text-xs">
        {hasMore ? <Spinner label={w('state.loadMore')} /> : pending ? null : w('state.allLoaded')}
      </div>
    </div>
  );
}
