'use client';
import type { Column } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { DataTableRow } from './data-table-row.tsx';

/** As many as a high screen shows; the engine that draws whatever is in sight comes a moment later. */
const FIRST = 30;

type Props<T extends object> = {
  table: DataTableProps<T>;
  columns: readonly Column<T>[];
  template: string;
  height: number;
  narrow: boolean;
};

/** The beginning of a list, as the server draws it: rows of one height stand where their number says. */
export function DataTableFirstRows<T extends object>({ table, columns, template, height, narrow }: Props<T>) {
  const { rows, rowId, rowLabel, rowHref, selection } = table;
  return (
    <tbody className="relative block" style={{ height: rows.length * height }}>
      {rows.slice(0, FIRST).map((row, index) => (
        <DataTableRow
          key={rowId(row)}
          row={row}
          index={index}
          start={index * height}
          height={height}
          columns={columns}
          template={template}
          label={rowLabel(row)}
          href={rowHref(row)}
          card={narrow ? table.card : undefined}
          checked={selection ? selection.ids.has(rowId(row)) : undefined}
          onTick={() => {}}
          onIntent={table.onRowIntent}
        />
      ))}
    </tbody>
  );
}
