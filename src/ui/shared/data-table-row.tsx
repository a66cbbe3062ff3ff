'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { Checkbox } from '#ui/kit/checkbox.tsx';
import { cn } from '#ui/kit/cn.ts';
import type { Column } from './data-table-column.ts';

type Props<T extends object> = {
  row: T;
  index: number;
  start: number;
  height: number;
  columns: readonly Column<T>[];
  template: string;
  label: string;
  href: string;
  card?: (row: T) => ReactNode;
  checked?: boolean;
  onTick: (index: number, event: MouseEvent) => void;
  onIntent?: (row: T) => void;
};

// The link's area is the whole row: a click anywhere opens it, as a middle click or Ctrl does in a new tab.
const linkClasses = 'outline-none after:absolute after:inset-0 after:content-[""]';

// What a cell holds of its own (an address, a button) lies above that area.
const rowClasses =
  'absolute inset-x-0 top-0 border-b bg-card hover:bg-accent/60 has-[[data-row-link]:focus-visible]:outline-2 has-[[data-row-link]:focus-visible]:outline-ring has-[[data-row-link]:focus-visible]:outline-offset-[-2px] data-[state=selected]:bg-selected [&_a:not([data-row-link])]:relative [&_a:not([data-row-link])]:z-1 [&_button]:relative [&_button]:z-1';

export function DataTableRow<T extends object>({ row, index, columns, checked, card, ...props }: Props<T>) {
  const w = useTranslations('words.action');
  const intent = props.onIntent ? () => props.onIntent?.(row) : undefined;
  const link = (content: ReactNode, className: string) => (
    <Link
      href={props.href}
      prefetch={false}
      draggable={false}
      data-row-link
      onPointerEnter={intent}
      onFocus={intent}
      className={cn(linkClasses, className)}
    >
      {content}
    </Link>
  );
  return (
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      data-state={checked ? 'selected' : undefined}
      className={cn(rowClasses, card ? 'flex items-center gap-3 px-4' : 'grid items-center')}
      style={{
        height: props.height,
        transform: `translateY(${props.start}px)`,
        gridTemplateColumns: card ? undefined : props.template,
      }}
    >
      {checked === undefined ? null : (
        <td className="relative z-1 flex justify-center">
          <Checkbox
            aria-label={w('selectRow', { name: props.label })}
            checked={checked}
            onClick={(event) => props.onTick(index, event)}
          />
        </td>
      )}
      {card ? (
        <td className="min-w-0 flex-1">{link(card(row), 'block')}</td>
      ) : (
        columns.map((column) => {
          const content = column.cell(row);
          return (
            <td
              key={column.id}
              className={cn(
                'min-w-0 truncate px-2.5',
                checked === undefined && 'first:pl-4 md:first:pl-6',
                column.align === 'right' && 'text-right tabular-nums',
                column.primary && 'font-medium',
              )}
            >
              {column.primary ? link(content, 'hover:text-primary') : content}
            </td>
          );
        })
      )}
    </tr>
  );
}
