import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { fieldClasses } from './input.tsx';

/** Grows with its text where the browser can (field-sizing), scrolls where it cannot. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(fieldClasses, 'field-sizing-content max-h-96 min-h-18 py-1.5', className)}
      {...props}
    />
  );
}
