import { LoaderCircle } from 'lucide-react';
import { cn } from './cn.ts';

/** With a label it is announced as a status; without one it is decoration beside a text. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  const icon = <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />;
  return label ? (
    <span role="status" className="inline-flex items-center gap-2 text-muted-foreground">
      {icon}
      {label}
    </span>
  ) : (
    icon
  );
}
