import { Skeleton } from '#ui/kit/skeleton.tsx';
import type { Column } from './data-table-column.ts';

const ROWS = Array.from({ length: 16 }, (_, index) => index);
// Uneven like words, the same at every render.
const widths = ['62%', '48%', '74%', '55%', '68%'];

type Props<T> = {
  columns: readonly Column<T>[];
  template: string;
  height: number;
  selectable: boolean;
  narrow: boolean;
};

export function DataTableSkeleton<T>({ columns, template, height, selectable, narrow }: Props<T>) {
  return (
    <tbody aria-hidden className="block">
      {ROWS.map((row) =>
        narrow ? (
          <tr key={row} className="block border-b" style={{ height }}>
            <td className="flex h-full flex-col justify-center gap-2 px-4">
              <Skeleton className="h-4" style={{ width: widths[row % widths.length] }} />
              <Skeleton className="h-3 w-2/5" />
            </td>
          </tr>
        ) : (
          <tr
            key={row}
            className="grid items-center border-b"
            style={{ height, gridTemplateColumns: template }}
          >
            {selectable ? (
              <td>
                <Skeleton className="mx-auto size-4 rounded-sm" />
              </td>
            ) : null}
            {columns.map((column, index) => (
              <td key={column.id} className="px-2.5">
                <Skeleton className="h-3.5" style={{ width: widths[(row + index) % widths.length] }} />
              </td>
            ))}
          </tr>
        ),
      )}
    </tbody>
  );
}
