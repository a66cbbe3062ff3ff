'use client';
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { cn } from './cn.ts';
import { type Side, tooltipPosition } from './tooltip-position.ts';

type TooltipBubbleProps = {
  anchor: Element;
  side: Side;
  className?: string | undefined;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  close: () => void;
  children: ReactNode;
};

/** What a tooltip shows. It comes on demand; see tooltip.tsx. */
export function TooltipBubble({
  anchor,
  side,
  className,
  onPointerEnter,
  onPointerLeave,
  close,
  children,
}: TooltipBubbleProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('scroll', close, true);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', close, true);
    };
  }, [close]);
  return createPortal(
    <div
      role="tooltip"
      ref={(tip) => {
        if (tip) Object.assign(tip.style, tooltipPosition(anchor, tip, side));
      }}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
      className={cn(
        'fade-in-0 fixed z-50 flex w-max max-w-72 animate-in items-center gap-2 rounded-md bg-foreground px-2 py-1 text-background text-xs shadow-md duration-100',
        className,
      )}
    >
      {children}
    </div>,
    document.body,
  );
}
