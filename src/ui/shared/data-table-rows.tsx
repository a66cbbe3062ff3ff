'use client';
import { type ColumnDef, columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo } from 'react';
import { type Column, mayHide, ROW_HEIGHT } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { DataTableRow } from './data-table-row.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useRowKeys } from './use-row-keys.ts';

export const features = tableFeatures({ columnVisibilityFeature });

// So many rows before the end the next ones are asked for.
const AHEAD = 20;

const toColumnDefs = <T extends object>(columns: readonly Column<T>[]): ColumnDef<typeof features, T>[] =>
  columns.map((column) => ({
    id: column.id,
    header: column.header,
    cell: ({ row }) => column.cell(row.original),
    enableHiding: mayHide(column),
  }));

export type DataTableRowsProps<T extends object> = {
  table: DataTableProps<T>;
  scroller: HTMLElement | null;
  template: string;
  height: number;
  /** Cards instead of cells. */
  narrow: boolean;
};

/** Draws the rows that are in sight, whatever their number. */
export function DataTableRows<T extends object>({
  table,
  scroller,
  template,
  height,
  narrow,
}: DataTableRowsProps<T>) {
  const { columns, rows, selection, hasMore, loadingMore, onLoadMore } = table;
  const definitions = useMemo(() => toColumnDefs(columns), [columns]);
  const model = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: table.rowId,
    state: { columnVisibility: table.visibility ?? {} },
  });
  const models = model.getRowModel().rows;
  const headHeight = narrow ? 0 : ROW_HEIGHT;

  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroller,
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
    if (hasMore && !loadingMore && last >= models.length - AHEAD) onLoadMore?.();
  }, [hasMore, loadingMore, last, models.length, onLoadMore]);

  useKeptScroll(scroller, table.scrollKey, models.length > 0);
  const { onTick } = useRowKeys({
    scroller,
    count: models.length,
    scrollTo: virtualizer.scrollToIndex,
    selection,
    idAt: (index) => models[index]?.id,
  });

  return (
    <tbody className="relative block" style={{ height: virtualizer.getTotalSize() }}>
      {items.map((item) => {
        const row = models[item.index];
        return row ? (
          <DataTableRow
            key={row.id}
            row={row}
            index={item.index}
            start={item.start - headHeight}
            height={height}
            columns={columns}
            template={template}
            label={table.rowLabel(row.original)}
            href={table.rowHref(row.original)}
            card={narrow ? table.card : undefined}
            checked={selection ? selection.ids.has(row.id) : undefined}
            onTick={onTick}
            onIntent={table.onRowIntent}
          />
        ) : null;
      })}
    </tbody>
  );
}
