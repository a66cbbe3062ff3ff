'use client';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** A word at the page's edge that concerns all of it, with what can be done; the page stays. */
export function EdgeNotice({ text, children }: { text: string; children: ReactNode }) {
  return createPortal(
    <div
      role="alert"
      className="pointer-events-auto fixed inset-x-4 bottom-20 z-50 mx-auto flex w-fit max-w-xl flex-wrap items-center gap-3 rounded-xl border bg-popover p-4 text-popover-foreground shadow-lg md:bottom-4"
    >
      <p className="min-w-48 flex-1 text-sm">{text}</p>
      {children}
    </div>,
    document.body,
  );
}
