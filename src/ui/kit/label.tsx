import { Root } from 'radix-ui/label';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export function Label({ className, ...props }: ComponentProps<typeof Root>) {
  return <Root className={cn('select-none font-medium text-foreground text-sm', className)} {...props} />;
}
