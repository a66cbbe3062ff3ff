'use client';
import { useEffect, useState } from 'react';

/** A shade over the right edge of a frame that scrolls sideways, as long as columns are hidden there. */
export function MoreToTheRight({ scroller }: { scroller: HTMLElement | null }) {
  const [more, setMore] = useState(false);
  useEffect(() => {
    if (!scroller) return;
    const look = () =>
      setMore(scroller.scrollWidth - scroller.clientWidth - Math.abs(scroller.scrollLeft) > 1);
    const watcher = new ResizeObserver(look);
    watcher.observe(scroller);
    if (scroller.firstElementChild) watcher.observe(scroller.firstElementChild);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      watcher.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller]);
  if (!more) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-y-0 right-0 z-10 w-8 bg-gradient-to-l from-foreground/15 to-transparent"
    />
  );
}
