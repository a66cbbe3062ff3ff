import type { ReactNode } from 'react';
import type { Column, Sort } from './data-table-column.ts';
import type { Visibility } from './use-columns.ts';
import type { Selection } from './use-selection.ts';

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
  /** Other rows are on their way while these are still shown. */
  busy?: boolean;
  empty?: ReactNode;
  error?: ReactNode;
  /** The URL of this list: brings the scroll position back when it is opened again. */
  scrollKey?: string;
  className?: string;
};
