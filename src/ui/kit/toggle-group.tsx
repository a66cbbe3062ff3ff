'use client';
import * as TogglePrimitive from 'radix-ui/toggle-group';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export function ToggleGroup({ className, ...props }: ComponentProps<typeof TogglePrimitive.Root>) {
  return (
    <TogglePrimitive.Root
      className={cn('inline-flex w-fit items-center gap-0.5 rounded-md border bg-muted p-0.5', className)}
      {...props}
    />
  );
}

export function ToggleGroupItem({ className, ...props }: ComponentProps<typeof TogglePrimitive.Item>) {
  return (
    <TogglePrimitive.Item
      className={cn(
        "inline-flex h-6.5 items-center justify-center gap-1.5 rounded-sm px-2.5 font-medium text-muted-foreground text-xs transition-colors hover:text-foreground disabled:opacity-50 data-[state=on]:bg-card data-[state=on]:text-foreground data-[state=on]:shadow-xs pointer-coarse:h-10 [&_svg:not([class*='size-'])]:size-4",
        className,
      )}
      {...props}
    />
  );
}
