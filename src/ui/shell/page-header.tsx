import type { ReactNode } from 'react';
import { cn } from '#ui/kit/cn.ts';

type Props = {
  title: ReactNode;
  /** Beside the title, quietly: a count, a badge. */
  meta?: ReactNode;
  description?: ReactNode;
  /** A Breadcrumb; given, not built here, as most screens have none. */
  breadcrumb?: ReactNode;
  actions?: ReactNode;
  /** A second row: tabs, a filter bar. */
  children?: ReactNode;
  /** The actions stand below the title on all but wide windows: for a long title with much beside it. */
  stacked?: boolean;
  /** The width of the body below, so that both end at one right edge. */
  inner?: string;
  className?: string;
};

/** The bar at the top of every screen: stays while the page scrolls, names the page, holds its main actions. */
export function PageHeader({ title, meta, description, breadcrumb, actions, children, ...look }: Props) {
  return (
    <header className={cn('sticky top-0 z-20 border-b bg-background', look.className)}>
      <div
        className={cn('flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 md:px-6', look.inner)}
      >
        <div className={cn('flex min-w-0 flex-1 basis-40 flex-col', look.stacked && 'max-lg:basis-full')}>
          {breadcrumb}
          <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 md:flex-nowrap">
            <h1 className="line-clamp-2 break-words font-semibold text-lg md:line-clamp-1">{title}</h1>
            {meta}
          </div>
          {description ? <div className="text-muted-foreground text-sm">{description}</div> : null}
        </div>
        {actions ? (
          <div
            className={cn(
              'flex shrink-0 items-center gap-2',
              look.stacked && 'max-lg:flex-wrap max-lg:shrink',
            )}
          >
            {actions}
          </div>
        ) : null}
      </div>
      {children ? <div className={cn('px-4 pb-2 md:px-6', look.inner)}>{children}</div> : null}
    </header>
  );
}
