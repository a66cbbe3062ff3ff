import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** Give it `htmlFor`. */
export function Label({ className, htmlFor, children, ...props }: ComponentProps<'label'>) {
  return (
    <label
      htmlFor={htmlFor}
      className={cn('select-none font-medium text-foreground text-sm', className)}
      {...props}
    >
      {children}
    </label>
  );
}
