'use client';
import { useLayoutEffect } from 'react';

const PREFIX = 'kansli:scroll:';

/** Brings a list back to where it was when its URL is opened again in this tab (Back from a record). */
export function useKeptScroll(element: HTMLElement | null, key: string | undefined, ready: boolean): void {
  useLayoutEffect(() => {
    if (!element || !key || !ready) return;
    const name = PREFIX + key;
    element.scrollTop = Number(sessionStorage.getItem(name) ?? 0);
    let frame = 0;
    const save = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        sessionStorage.setItem(name, String(Math.round(element.scrollTop))),
      );
    };
    element.addEventListener('scroll', save, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', save);
    };
  }, [element, key, ready]);
}
