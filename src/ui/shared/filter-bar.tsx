import type { ComponentProps } from 'react';
import { cn } from '#ui/kit/cn.ts';

/** One row on a desk; on a phone it scrolls sideways instead of eating the list's height. */
export function FilterBar({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn(
        'flex items-center gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1 max-md:[scrollbar-width:none] md:flex-wrap',
        className,
      )}
      {...props}
    />
  );
}
