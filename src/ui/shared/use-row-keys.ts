'use client';
import { type MouseEvent, useEffect, useEffectEvent, useRef } from 'react';
import { type InSight, nextRow } from './next-row.ts';
import { useHotkeys } from './use-hotkeys.ts';
import type { Selection } from './use-selection.ts';

type Options = {
  scroller: HTMLElement | null;
  count: number;
  scrollTo: (index: number) => void;
  idAt: (index: number) => string | undefined;
  selection?: Selection;
  /** Under this name the row that was opened is remembered, for the way back. */
  keptAs?: string | undefined;
};

const OPENED = 'kansli:opened:';

const rowOf = (element: Element | null): number | null => {
  const row = element?.closest('[data-row]');
  return row ? Number(row.getAttribute('data-row')) : null;
};

const linkOf = (scroller: HTMLElement | null, index: number) =>
  scroller?.querySelector<HTMLElement>(`[data-row="${index}"] [data-row-link]`);

/** The rows whose middle is seen, between the head that stands still and the lower edge. */
function rowsInSight(scroller: HTMLElement | null): InSight | null {
  if (!scroller) return null;
  const frame = scroller.getBoundingClientRect();
  const top = frame.top + (scroller.querySelector('thead')?.getBoundingClientRect().height ?? 0);
  const seen = [...scroller.querySelectorAll('[data-row]')].flatMap((row) => {
    const box = row.getBoundingClientRect();
    const middle = (box.top + box.bottom) / 2;
    return middle >= top && middle <= frame.bottom ? [rowOf(row) ?? 0] : [];
  });
  return seen.length > 0 ? { first: Math.min(...seen), last: Math.max(...seen) } : null;
}

/** j and k move the focus from row to row, so that Enter opens by itself; x ticks, Shift with a click ticks a range. */
export function useRowKeys({ scroller, count, scrollTo, idAt, selection, keptAs }: Options) {
  const active = useRef(-1);
  const anchor = useRef<number | null>(null);

  // Back from a record: the keys go on from the row that was opened, unless somebody is at work elsewhere already.
  const there = scroller !== null && count > 0;
  const findRow = useEffectEvent((id: string) => {
    for (let index = 0; index < count; index++) if (idAt(index) === id) return index;
    return -1;
  });
  useEffect(() => {
    const id = keptAs && there ? sessionStorage.getItem(OPENED + keptAs) : null;
    if (!id) return;
    const index = findRow(id);
    if (index < 0) return;
    active.current = index;
    // The place in the list is brought back first, and the rows there are drawn: a few frames, more on a slow machine.
    let frames = 60;
    const takeFocus = () => {
      const link = linkOf(scroller, index);
      if (!link && frames-- > 0) {
        frame = requestAnimationFrame(takeFocus);
        return;
      }
      sessionStorage.removeItem(OPENED + keptAs);
      const idle = document.activeElement === null || document.activeElement === document.body;
      if (idle) link?.focus({ preventScroll: true });
    };
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(takeFocus);
    });
    return () => cancelAnimationFrame(frame);
  }, [keptAs, there, scroller]);

  const focusRow = (index: number) => {
    if (count === 0) return;
    const wanted = Math.min(count - 1, Math.max(0, index));
    active.current = wanted;
    scrollTo(wanted);
    const find = () => linkOf(scroller, wanted);
    // A row far away is drawn only after the scroll; its link takes the focus when it is there.
    const link = find();
    if (link) link.focus({ preventScroll: true });
    else requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
  };
  // Arrow keys scroll as ever, unless the focus is already on a row.
  const step = (by: 1 | -1) => {
    if (rowOf(document.activeElement) === null) return false;
    move(by);
  };
  const current = () => rowOf(document.activeElement) ?? active.current;
  const move = (by: 1 | -1) => {
    const from = current();
    focusRow(nextRow(from < 0 ? null : from, by, rowsInSight(scroller)));
  };

  const tick = (index: number, range: boolean) => {
    const id = idAt(index);
    if (!selection || id === undefined) return;
    const from = anchor.current;
    anchor.current = index;
    if (!range || from === null || from === index) {
      selection.toggle(id);
      return;
    }
    const ids: string[] = [];
    for (let i = Math.min(from, index); i <= Math.max(from, index); i++) {
      const each = idAt(i);
      if (each !== undefined) ids.push(each);
    }
    selection.setRange(ids, !selection.ids.has(id));
  };

  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    x: selection ? () => tick(current(), false) : undefined,
    Escape: selection && selection.ids.size > 0 ? () => selection.clear() : undefined,
  });

  const onOpen = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('[data-row-link]') : null;
    const id = link ? idAt(rowOf(link) ?? -1) : undefined;
    if (keptAs && id !== undefined) sessionStorage.setItem(OPENED + keptAs, id);
  };

  return { onOpen, onTick: (index: number, event: MouseEvent) => tick(index, event.shiftKey) };
}
