'use client';
import { useEffect } from 'react';
import { type Column, ROW_HEIGHT } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { DataTableRow } from './data-table-row.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useWindow } from './use-window.ts';

// So many rows before the end the next ones are asked for.
const AHEAD = 20;

type Props<T extends object> = {
  table: DataTableProps<T>;
  /** Those that show. */
  columns: readonly Column<T>[];
  scroller: HTMLElement | null;
  template: string;
  height: number;
  /** Cards instead of cells. */
  narrow: boolean;
};

/** Draws the rows that are in sight, whatever their number. */
export function DataTableRows<T extends object>({
  table,
  columns,
  scroller,
  template,
  height,
  narrow,
}: Props<T>) {
  const { rows, rowId, selection, hasMore, loadingMore, onLoadMore } = table;
  const count = rows.length;
  // The head stands before the first row and covers the top while the rows scroll.
  const head = narrow ? 0 : ROW_HEIGHT;
  const { first, end, scrollTo } = useWindow(scroller, { count, height, head, margin: ROW_HEIGHT });

  useEffect(() => {
    if (hasMore && !loadingMore && end >= count - AHEAD) onLoadMore?.();
  }, [hasMore, loadingMore, end, count, onLoadMore]);

  useKeptScroll(scroller, table.scrollKey, count > 0);
  const idAt = (index: number) => {
    const row = rows[index];
    return row && rowId(row);
  };
  const { onTick } = useRowKeys({ scroller, count, scrollTo, selection, idAt });

  return (
    <tbody className="relative block" style={{ height: count * height }}>
      {rows.slice(first, end).map((row, place) => {
        const id = rowId(row);
        const index = first + place;
        return (
          <DataTableRow
            key={id}
            row={row}
            index={index}
            start={index * height}
            height={height}
            columns={columns}
            template={template}
            label={table.rowLabel(row)}
            href={table.rowHref(row)}
            card={narrow ? table.card : undefined}
            checked={selection ? selection.ids.has(id) : undefined}
            onTick={onTick}
            onIntent={table.onRowIntent}
          />
        );
      })}
    </tbody>
  );
}
