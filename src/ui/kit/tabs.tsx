'use client';
import * as TabsPrimitive from 'radix-ui/tabs';
import { type ComponentProps, type RefObject, useEffect, useRef, useState } from 'react';
import { cn } from './cn.ts';

export function Tabs({ className, ...props }: ComponentProps<typeof TabsPrimitive.Root>) {
  return <TabsPrimitive.Root className={cn('flex flex-col gap-4', className)} {...props} />;
}

/** Scrolls sideways where the tabs do not fit, and fades at the end as long as there is more. */
export function TabsList({ className, ...props }: ComponentProps<typeof TabsPrimitive.List>) {
  const list = useRef<HTMLDivElement>(null);
  const more = useMoreBeyond(list);
  return (
    <TabsPrimitive.List
      ref={list}
      className={cn(
        'flex max-w-full gap-1 overflow-x-auto border-b [scrollbar-width:none]',
        more && '[mask-image:linear-gradient(to_right,black_calc(100%-2.5rem),transparent)]',
        className,
      )}
      {...props}
    />
  );
}

function useMoreBeyond(list: RefObject<HTMLElement | null>): boolean {
  const [more, setMore] = useState(false);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // The open tab may stand outside when the page is opened on it.
    const open = element.querySelector<HTMLElement>('[data-state=active]');
    if (open) element.scrollLeft = open.offsetLeft + open.offsetWidth - element.clientWidth;
    const look = () => setMore(element.scrollWidth - element.clientWidth - element.scrollLeft > 1);
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [list]);
  return more;
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof TabsPrimitive.Trigger>) {
  return (
    <TabsPrimitive.Trigger
      className={cn(
        'relative inline-flex h-9 items-center gap-2 whitespace-nowrap rounded-t-md px-3 font-medium text-muted-foreground text-sm transition-colors max-sm:px-2 after:absolute after:inset-x-2 max-sm:after:inset-x-1 after:bottom-0 after:h-0.5 after:rounded-full hover:text-foreground focus-visible:outline-offset-[-2px] disabled:opacity-50 data-[state=active]:text-foreground data-[state=active]:after:bg-primary pointer-coarse:h-11',
        className,
      )}
      {...props}
    />
  );
}

export function TabsContent({ className, ...props }: ComponentProps<typeof TabsPrimitive.Content>) {
  return <TabsPrimitive.Content className={cn('min-w-0 flex-1', className)} {...props} />;
}
