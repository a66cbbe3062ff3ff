import type { ReactNode } from 'react';

export type Column<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Least width in px; a column with `grow` shares what is left over. */
  width: number;
  grow?: number;
  align?: 'left' | 'right';
  /** Makes the head a button that sorts. */
  sortKey?: string;
  /** Exactly one: it holds the row's link and cannot be hidden. */
  primary?: boolean;
  hideable?: boolean;
  hiddenAtFirst?: boolean;
};

export type Sort = { key: string; direction: 'asc' | 'desc' };

export const ROW_HEIGHT = 40;
const SELECT_WIDTH = 44;

export const mayHide = (column: Pick<Column<unknown>, 'hideable' | 'primary'>): boolean =>
  column.hideable !== false && !column.primary;

/** One template for head and rows, so that they cannot drift apart. */
export function gridTemplate<T>(columns: readonly Column<T>[], selectable: boolean): string {
  const tracks = columns.map((column) =>
    column.grow ? `minmax(${column.width}px, ${column.grow}fr)` : `${column.width}px`,
  );
  // Without a growing column the last one takes the rest, or the rows would end before the window does.
  if (!columns.some((column) => column.grow) && tracks.length > 0) {
    tracks[tracks.length - 1] = `minmax(${columns.at(-1)?.width ?? 0}px, 1fr)`;
  }
  return [...(selectable ? [`${SELECT_WIDTH}px`] : []), ...tracks].join(' ');
}

export const leastWidth = <T>(columns: readonly Column<T>[], selectable: boolean): number =>
  columns.reduce((sum, column) => sum + column.width, selectable ? SELECT_WIDTH : 0);
