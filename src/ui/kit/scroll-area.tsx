import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

// A frame that scrolls must be reachable by Tab, or its rest is out of reach for the keyboard.
const reachable = { tabIndex: 0 };

/** A scrolling frame that the keyboard can reach; `label` names it for screen readers. */
export function ScrollArea({ className, label, ...props }: ComponentProps<'section'> & { label: string }) {
  return (
    <section
      aria-label={label}
      className={cn(
        'overflow-auto overscroll-contain [scrollbar-width:thin] focus-visible:outline-offset-[-2px]',
        className,
      )}
      {...reachable}
      {...props}
    />
  );
}
