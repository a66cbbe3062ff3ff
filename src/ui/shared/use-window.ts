'use client';
import { useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Span, scrollTopFor, windowSpan } from './window-span.ts';

// What the server draws, which cannot know the window.
const SEEN_AT_FIRST = 800;

type Rows = { count: number; height: number; head: number; margin: number };

/** The rows in sight of a list whose rows are all of one height: their place follows from their number alone. */
export function useWindow(scroller: HTMLElement | null, { count, height, head, margin }: Rows) {
  const [span, setSpan] = useState<Span>(() => windowSpan(count, height, 0, SEEN_AT_FIRST));

  useLayoutEffect(() => {
    if (!scroller) return;
    const measure = () =>
      setSpan((old) => {
        const now = windowSpan(count, height, scroller.scrollTop, scroller.clientHeight);
        return now.first === old.first && now.end === old.end ? old : now;
      });
    // Drawn before the scrolled frame is painted, or a flick would show an empty table.
    const scrolled = () => flushSync(measure);
    const resized = new ResizeObserver(measure);
    measure();
    resized.observe(scroller);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener('scroll', scrolled);
    };
  }, [scroller, count, height]);

  const scrollTo = useCallback(
    (index: number) => {
      if (!scroller) return;
      const top = scrollTopFor(index, height, {
        top: scroller.scrollTop,
        seen: scroller.clientHeight,
        head,
        margin,
      });
      if (top !== null) scroller.scrollTop = top;
    },
    [scroller, height, head, margin],
  );

  // The list may have become shorter since it was measured.
  return { first: Math.min(span.first, count), end: Math.min(span.end, count), scrollTo };
}
