'use client';
import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { onDemand } from './on-demand.ts';
import type { Side } from './tooltip-position.ts';

// A page is worth more than a hint: where the bubble does not come, there is none.
const bubble = onDemand(
  () => import('./tooltip-bubble.tsx').then((module) => module.TooltipBubble),
  () => null,
);

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
  const close = useCallback(() => setAnchor(null), []);

  const { props } = children;
  const child = cloneElement(children, {
    onPointerEnter: (event) => {
      props.onPointerEnter?.(event);
      if (!enabled || event.pointerType !== 'mouse') return;
      bubble.warm();
      later(OPEN_MS, event.currentTarget);
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
      {anchor && enabled ? (
        <Suspense>
          <bubble.Loaded
            anchor={anchor}
            side={side}
            className={className}
            onPointerEnter={() => clearTimeout(timer.current)}
            onPointerLeave={() => later(CLOSE_MS, null)}
            close={close}
          >
            {label}
          </bubble.Loaded>
        </Suspense>
      ) : null}
    </>
  );
}
