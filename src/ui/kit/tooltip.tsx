'use client';
import * as TooltipPrimitive from 'radix-ui/tooltip';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { cn } from './cn.ts';

type Props = {
  label: ReactNode;
  /** One focusable element. */
  children: ReactNode;
  side?: ComponentProps<typeof TooltipPrimitive.Content>['side'];
  className?: string;
  /** False where the label stands in plain sight already. */
  enabled?: boolean;
};

const OPEN_MS = 400;

/** A tooltip explains, also to screen readers; it never carries the only name of a button. */
export function Tooltip({ label, children, side = 'top', className, enabled = true }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <TooltipPrimitive.Provider delayDuration={OPEN_MS}>
      <TooltipPrimitive.Root open={open && enabled} onOpenChange={setOpen}>
        <TooltipPrimitive.Trigger asChild>{children}</TooltipPrimitive.Trigger>
        <TooltipPrimitive.Portal>
          <TooltipPrimitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              'fade-in-0 z-50 flex w-max max-w-72 animate-in items-center gap-2 rounded-md bg-foreground px-2 py-1 text-background text-xs shadow-md duration-100',
              className,
            )}
          >
            {label}
          </TooltipPrimitive.Content>
        </TooltipPrimitive.Portal>
      </TooltipPrimitive.Root>
    </TooltipPrimitive.Provider>
  );
}
