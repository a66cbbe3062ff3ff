'use client';
import { useTranslations } from 'next-intl';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { cn } from '#ui/kit/cn.ts';
import { Spinner } from '#ui/kit/spinner.tsx';
import { onDemand } from '#ui/shared/on-demand.ts';
import {
  type Column,
  gridTemplate,
  leastWidth,
  mayHide,
  ROW_HEIGHT,
  sizeColumns,
} from './data-table-column.ts';
import { DataTableFirstRows } from './data-table-first-rows.tsx';
import { DataTableHead } from './data-table-head.tsx';
import type { DataTableProps } from './data-table-props.ts';
import type { DataTableRowsProps } from './data-table-rows.tsx';
import { DataTableSkeleton } from './data-table-skeleton.tsx';
import { MoreToTheRight } from './more-to-the-right.tsx';
import { useMedia } from './use-media.ts';

export type { Column };

// What draws the rows in sight is fetched beside the page's own code; until it is there the first rows stand as they are.
const body = onDemand(() => import('./data-table-rows.tsx').then((module) => module.DataTableRows));

export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { columns, visibility, rows, selection, hasMore, pending, card, cardHeight = 88 } = props;
  const w = useTranslations('words.state');
  // As state, not as a ref: the rows may mount in the same breath and must hear when the frame is there.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const narrow = useMedia('(max-width: 767px)') && card !== undefined;

  useEffect(body.warm, []);

  if (props.error) return props.error;
  if (!pending && rows.length === 0) return props.empty;

  const visible = columns.filter((column) => !mayHide(column) || visibility?.[column.id] !== false);
  const selectable = selection !== undefined;
  const height = narrow ? cardHeight : ROW_HEIGHT;
  const sized = sizeColumns(visible, rows);
  const template = gridTemplate(sized, selectable);
  const drawn = { table: props, columns: visible, template, height, narrow };
  // React.lazy forgets the type parameter that the props belong to.
  const Rows = body.Loaded as unknown as ComponentType<DataTableRowsProps<T>>;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={setScroller}
        className={cn(
          'relative min-h-0 flex-1 overflow-auto overscroll-contain bg-card [scrollbar-gutter:stable]',
          props.className,
        )}
      >
        <table
          aria-label={props.label}
          aria-rowcount={props.total === undefined ? -1 : props.total + 1}
          aria-colcount={visible.length + (selectable ? 1 : 0)}
          aria-busy={pending || props.busy || undefined}
          className="block w-full"
          style={{ minWidth: narrow ? undefined : leastWidth(sized, selectable) }}
        >
          <DataTableHead
            columns={visible}
            template={template}
            rows={rows}
            rowId={props.rowId}
            sort={props.sort}
            onSort={props.onSort}
            selection={selection}
            total={props.total}
            hidden={narrow}
          />
          {pending ? (
            <DataTableSkeleton
              columns={visible}
              template={template}
              height={height}
              selectable={selectable}
              narrow={narrow}
            />
          ) : (
            <Suspense fallback={<DataTableFirstRows {...drawn} />}>
              <Rows {...drawn} scroller={scroller} />
            </Suspense>
          )}
        </table>
        <div className="sticky left-0 flex h-12 items-center justify-center text-muted-foreground text-xs">
          {hasMore ? <Spinner label={w('loadMore')} /> : pending ? null : w('allLoaded')}
        </div>
      </div>
      <MoreToTheRight scroller={scroller} />
    </div>
  );
}
