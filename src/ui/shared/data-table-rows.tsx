'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { type Column, ROW_HEIGHT } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { DataTableRow } from './data-table-row.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useRowKeys } from './use-row-keys.ts';

// So many rows before the end the next ones are asked for.
const AHEAD = 20;

export type DataTableRowsProps<T extends object> = {
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
}: DataTableRowsProps<T>) {
  const { rows, rowId, selection, hasMore, loadingMore, onLoadMore } = table;
  const count = rows.length;
  const idAt = (index: number) => {
    const row = rows[index];
    return row && rowId(row);
  };
  const headHeight = narrow ? 0 : ROW_HEIGHT;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => height,
    getItemKey: (index) => idAt(index) ?? index,
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
    if (hasMore && !loadingMore && last >= count - AHEAD) onLoadMore?.();
  }, [hasMore, loadingMore, last, count, onLoadMore]);

  useKeptScroll(scroller, table.scrollKey, count > 0);
  const { onTick, onOpen } = useRowKeys({
    scroller,
    count,
    scrollTo: virtualizer.scrollToIndex,
    selection,
    idAt,
    keptAs: table.scrollKey,
  });

  return (
    <tbody className="relative block" style={{ height: virtualizer.getTotalSize() }} onClickCapture={onOpen}>
      {items.map(({ index, start }) => {
        const row = rows[index];
        return row ? (
          <DataTableRow
            key={rowId(row)}
            row={row}
            index={index}
            start={start - headHeight}
            height={height}
            columns={columns}
            template={template}
            label={table.rowLabel(row)}
            href={table.rowHref(row)}
            card={narrow ? table.card : undefined}
            checked={selection ? selection.ids.has(rowId(row)) : undefined}
            onTick={onTick}
            onIntent={table.onRowIntent}
          />
        ) : null;
      })}
    </tbody>
  );
}
