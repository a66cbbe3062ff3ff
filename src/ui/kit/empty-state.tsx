import type { ReactNode } from 'react';
import { cn } from './cn.ts';

type Props = {
  icon?: ReactNode;
  title: string;
  description?: ReactNode;
  /** What to do about it: one or two buttons. */
  action?: ReactNode;
  /** `h1` where it is the whole page. */
  heading?: 'h1' | 'h2';
  className?: string;
};

export function EmptyState({ icon, title, description, action, heading: Heading = 'h2', className }: Props) {
  return (
    <div className={cn('flex flex-col items-center gap-3 px-6 py-16 text-center', className)}>
      {icon ? (
        <div
          aria-hidden
          className="grid size-12 place-items-center rounded-xl bg-primary-soft text-primary-soft-foreground [&_svg]:size-6"
        >
          {icon}
        </div>
      ) : null}
      <div className="flex max-w-md flex-col gap-1">
        <Heading className="font-semibold text-base">{title}</Heading>
        {description ? <div className="text-pretty text-muted-foreground">{description}</div> : null}
      </div>
      {action ? <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
