'use client';
import * as TooltipPrimitive from 'radix-ui/tooltip';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

export const TooltipProvider = TooltipPrimitive.Provider;

type Props = {
  label: ReactNode;
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  /** False where the label stands in plain sight already. */
  enabled?: boolean;
};

/** Wraps one focusable element. A tooltip explains; it never carries the only name of a button. */
export function Tooltip({ label, children, side = 'top', className, enabled = true }: Props) {
  return (
    <TooltipPrimitive.Root>
      <TooltipPrimitive.Trigger asChild>{children}</TooltipPrimitive.Trigger>
      {enabled ? (
        <TooltipPrimitive.Portal>
          <TooltipPrimitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              'fade-in-0 z-50 flex max-w-72 animate-in items-center gap-2 rounded-md bg-foreground px-2 py-1 text-background text-xs shadow-md duration-100',
              className,
            )}
          >
            {label}
          </TooltipPrimitive.Content>
        </TooltipPrimitive.Portal>
      ) : null}
    </TooltipPrimitive.Root>
  );
}
