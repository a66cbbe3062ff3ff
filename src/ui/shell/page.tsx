import type { ComponentProps } from 'react';
import { cn } from '#ui/kit/cn.ts';

/** The frame of a screen. `fill` keeps it to the window's height, for lists that scroll in themselves. */
export function Page({ fill, className, ...props }: ComponentProps<'div'> & { fill?: boolean }) {
  return (
    <div
      className={cn(
        'flex min-w-0 flex-1 flex-col',
        fill && 'h-[calc(100dvh-3.5rem-env(safe-area-inset-bottom))] flex-none overflow-hidden md:h-dvh',
        className,
      )}
      {...props}
    />
  );
}

/** The padded part below the header; `width` keeps text and forms to a readable measure. */
export function PageBody({
  width = 'full',
  className,
  ...props
}: ComponentProps<'div'> & { width?: 'full' | 'wide' | 'form' }) {
  return (
    <div
      className={cn(
        'flex w-full min-w-0 flex-1 flex-col gap-6 p-4 md:px-6 md:py-5',
        width === 'wide' && 'max-w-6xl',
        width === 'form' && 'max-w-2xl',
        className,
      )}
      {...props}
    />
  );
}
