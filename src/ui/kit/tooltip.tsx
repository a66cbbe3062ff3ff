'use client';
import { cloneElement, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { cn } from './cn.ts';
import { type Side, tooltipPosition } from './tooltip-position.ts';

type Handlers = {
  onPointerEnter?: (event: React.PointerEvent) => void;
  onPointerLeave?: (event: React.PointerEvent) => void;
  onFocus?: (event: React.FocusEvent) => void;
  onBlur?: (event: React.FocusEvent) => void;
  onPointerDown?: (event: React.PointerEvent) => void;
};

type Props = {
  label: ReactNode;
  children: ReactElement<Handlers>;
  side?: Side;
  className?: string;
  /** False where the label stands in plain sight already. */
  enabled?: boolean;
};

const OPEN_MS = 400;
// Long enough for the pointer to travel onto the tooltip, which must not close under it (WCAG 1.4.13).
const CLOSE_MS = 120;

/** Wraps one focusable element. A tooltip explains; it never carries the only name of a button. */
export function Tooltip({ label, children, side = 'top', className, enabled = true }: Props) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (ms: number, next: Element | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), ms);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!anchor) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      setAnchor(null);
    };
    window.addEventListener('keydown', close);
    window.addEventListener('scroll', close, true);
    return () => {
      window.removeEventListener('keydown', close);
      window.removeEventListener('scroll', close, true);
    };
  }, [anchor]);

  const { props } = children;
  const child = cloneElement(children, {
    onPointerEnter: (event) => {
      props.onPointerEnter?.(event);
      if (enabled && event.pointerType === 'mouse') later(OPEN_MS, event.currentTarget);
    },
    onPointerLeave: (event) => {
      props.onPointerLeave?.(event);
      later(CLOSE_MS, null);
    },
    onFocus: (event) => {
      props.onFocus?.(event);
      if (enabled && event.currentTarget.matches(':focus-visible')) later(0, event.currentTarget);
    },
    onBlur: (event) => {
      props.onBlur?.(event);
      later(0, null);
    },
    onPointerDown: (event) => {
      props.onPointerDown?.(event);
      later(0, null);
    },
  });
  return (
    <>
      {child}
      {anchor && enabled
        ? createPortal(
            <div
              role="tooltip"
              ref={(tip) => {
                if (tip) Object.assign(tip.style, tooltipPosition(anchor, tip, side));
              }}
              onPointerEnter={() => clearTimeout(timer.current)}
              onPointerLeave={() => later(CLOSE_MS, null)}
              className={cn(
                'fade-in-0 fixed z-50 flex w-max max-w-72 animate-in items-center gap-2 rounded-md bg-foreground px-2 py-1 text-background text-xs shadow-md duration-100',
                className,
              )}
            >
              {label}
            </div>,
            document.body,
          )
        : null}
    </>
  );
}
