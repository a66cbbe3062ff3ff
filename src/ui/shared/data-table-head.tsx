'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox } from '#ui/kit/checkbox.tsx';
import { cn } from '#ui/kit/cn.ts';
import type { Column, Sort } from './data-table-column.ts';
import type { Selection } from './use-selection.ts';

type Props<T> = {
  columns: readonly Column<T>[];
  template: string;
  rows: readonly T[];
  rowId: (row: T) => string;
  sort?: Sort;
  onSort?: (key: string) => void;
  selection?: Selection;
  /** Of all rows, also those that are not loaded. */
  total?: number;
  /** On a phone the cards speak for themselves; screen readers keep the head. */
  hidden: boolean;
};

const cellClasses = 'flex min-w-0 items-center px-2.5 font-medium text-muted-foreground text-xs';

export function DataTableHead<T>({
  columns,
  template,
  rows,
  rowId,
  sort,
  onSort,
  selection,
  total,
  hidden,
}: Props<T>) {
  const w = useTranslations('words');
  return (
    <thead className={hidden ? 'sr-only' : 'sticky top-0 z-10 block bg-card'}>
      <tr aria-rowindex={1} className="grid h-10 border-b" style={{ gridTemplateColumns: template }}>
        {selection ? (
          <th scope="col" className={cn(cellClasses, 'justify-center px-0')}>
            <SelectAll
              label={
                total !== undefined && total > rows.length
                  ? w('action.selectLoaded', { loaded: rows.length, total })
                  : w('action.selectAll')
              }
              complete={total === undefined || total <= rows.length}
              ids={rows.map(rowId)}
              selection={selection}
              inert={hidden}
            />
          </th>
        ) : null}
        {columns.map((column) => {
          const key = column.sortKey;
          const direction = key !== undefined && sort?.key === key ? sort.direction : undefined;
          return (
            <th
              scope="col"
              key={column.id}
              aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
              className={cn(
                cellClasses,
                column.align === 'right' && 'justify-end',
                !selection && 'first:pl-4 md:first:pl-6',
              )}
            >
              {key !== undefined && onSort && !hidden ? (
                <button
                  type="button"
                  onClick={() => onSort(key)}
                  aria-label={w('action.sortBy', { column: column.header })}
                  className={cn(
                    'group/sort -mx-1.5 flex h-7 min-w-0 items-center gap-1 rounded-sm px-1.5 hover:bg-accent hover:text-foreground',
                    direction && 'text-foreground',
                    column.align === 'right' && 'flex-row-reverse',
                  )}
                >
                  <span className="truncate">{column.header}</span>
                  <SortArrow direction={direction} />
                </button>
              ) : (
                <span className="truncate">{column.header}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortArrow({ direction }: { direction: Sort['direction'] | undefined }) {
  const Icon = direction === 'desc' ? ArrowDown : ArrowUp;
  return (
    <Icon
      aria-hidden
      className={cn(
        'size-3.5 shrink-0',
        direction ? '' : 'opacity-0 group-hover/sort:opacity-50 group-focus-visible/sort:opacity-50',
      )}
    />
  );
}

type SelectAllProps = {
  label: string;
  complete: boolean;
  ids: string[];
  selection: Selection;
  inert: boolean;
};

// A full tick means all there are; while more rows wait to be loaded it stays the dash of "some".
function SelectAll({ label, complete, ids, selection, inert }: SelectAllProps) {
  const ticked = ids.filter((id) => selection.ids.has(id)).length;
  const all = ids.length > 0 && ticked === ids.length;
  return (
    <Checkbox
      aria-label={label}
      title={complete ? undefined : label}
      tabIndex={inert ? -1 : undefined}
      checked={all && complete ? true : ticked > 0 ? 'indeterminate' : false}
      onCheckedChange={() => selection.setRange(ids, !all)}
    />
  );
}
