import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something of the installation is down and the rest works on. One line; what it means for the person first. */
export function Banner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="status"
      className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 bg-tone-attention px-4 py-2 text-sm text-tone-attention-foreground md:px-6"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}
