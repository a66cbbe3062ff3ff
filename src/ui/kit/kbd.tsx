import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn(
        'inline-grid h-5 min-w-5 place-items-center rounded-sm border border-border bg-muted px-1 font-medium font-sans text-2xs text-muted-foreground',
        className,
      )}
      {...props}
    />
  );
}
