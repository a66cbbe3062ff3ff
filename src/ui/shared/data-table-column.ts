import type { ReactNode } from 'react';

export type Column<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Least width in px; a column with `grow` shares what is left over. */
  width: number;
  grow?: number;
  /** The cell's plain text: by it the column is made as wide as what it holds. */
  text?: (row: T) => string | null;
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

const LETTER_PX = 7.2;
const PADDING_PX = 22;
const ARROW_PX = 22;
/** A column of long texts does not take more than this much more than it asks for. */
const MOST_PX = 380;
const LOOKED_AT = 100;

/**
 * Widths by what the first rows hold: a column that shares what is left over gets its part by its texts, and one of
 * short or no texts gives way to the others, down to its head.
 */
export function sizeColumns<T>(columns: readonly Column<T>[], rows: readonly T[]): Column<T>[] {
  const looked = rows.slice(0, LOOKED_AT);
  return columns.map((column) => {
    const { text } = column;
    if (!text || looked.length === 0) return column;
    const lengths = looked.map((row) => text(row)?.length ?? 0).sort((one, other) => one - other);
    // Nine of ten are shown whole; the longest of all may end in dots.
    const usual = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
    const head = column.header.length * LETTER_PX + PADDING_PX + (column.sortKey ? ARROW_PX : 0);
    const wanted = Math.round(Math.min(MOST_PX, Math.max(head, usual * LETTER_PX + PADDING_PX)));
    const width = column.primary ? column.width : Math.min(column.width, wanted);
    return { ...column, width, ...(column.grow && { grow: wanted }) };
  });
}

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
