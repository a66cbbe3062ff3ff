import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

// On a phone each row is a card: a line for each cell, with the head's word before it. Cells without content go.
const cardClasses =
  'max-md:block max-md:[&_thead]:sr-only max-md:[&_tbody]:block max-md:[&_tbody_tr]:relative max-md:[&_tbody_tr]:flex max-md:[&_tbody_tr]:flex-col max-md:[&_tbody_tr]:gap-1 max-md:[&_tbody_tr]:border-t max-md:[&_tbody_tr]:px-4 max-md:[&_tbody_tr]:py-3 max-md:[&_td]:flex max-md:[&_td]:h-auto max-md:[&_td]:w-auto max-md:[&_td]:max-w-none max-md:[&_td]:gap-3 max-md:[&_td]:whitespace-normal max-md:[&_td]:border-b-0 max-md:[&_td]:p-0 max-md:[&_td]:text-left max-md:[&_td:empty]:hidden';

const cardLabel =
  "max-md:before:w-24 max-md:before:shrink-0 max-md:before:text-muted-foreground max-md:before:text-xs max-md:before:leading-5 max-md:before:content-[attr(data-label)_/_'']";

/** Plain tables of up to some hundred rows; `cards` shows them so on a phone. Endless lists use ui/shared/data-table.tsx. */
export function Table({ cards, className, ...props }: ComponentProps<'table'> & { cards?: boolean }) {
  return (
    <div className="relative w-full overflow-x-auto">
      <table
        className={cn(
          'w-full caption-bottom border-separate border-spacing-0 text-sm',
          cards && cardClasses,
          className,
        )}
        {...props}
      />
    </div>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('text-muted-foreground', className)} {...props} />;
}

export function TableBody(props: ComponentProps<'tbody'>) {
  return <tbody {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cn(
        'group/row hover:bg-accent/50 data-[state=selected]:bg-selected [thead_&]:hover:bg-transparent',
        className,
      )}
      {...props}
    />
  );
}

export function TableHead({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn('h-9 whitespace-nowrap border-b bg-card px-3 text-left font-medium text-xs', className)}
      {...props}
    />
  );
}

type CellProps = ComponentProps<'td'> & {
  /** The word before it in a card: the head of its column. */
  label?: string;
};

export function TableCell({ label, className, ...props }: CellProps) {
  return (
    <td
      data-label={label}
      className={cn(
        'h-10 border-b px-3 py-1.5 [tr:last-child>&]:border-b-0',
        label !== undefined && cardLabel,
        className,
      )}
      {...props}
    />
  );
}
