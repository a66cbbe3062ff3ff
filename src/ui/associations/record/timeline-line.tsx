'use client';
import type { LucideIcon } from 'lucide-react';
import { useFormatter } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '#ui/kit/cn.ts';
import { DateText } from '#ui/shared/date-text.tsx';

type Props = {
  icon: LucideIcon;
  at: Date;
  title: ReactNode;
  strong?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
};

/** One line of the story: what it was, the sentence, when. */
export function TimelineLine({ icon: Icon, at, title, strong, actions, children }: Props) {
  const { dateTime } = useFormatter();
  return (
    <>
      <span
        className={cn(
          'grid size-7 shrink-0 place-items-center rounded-full',
          strong ? 'bg-primary-soft text-primary-soft-foreground' : 'bg-muted text-muted-foreground',
        )}
      >
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1 pt-1 text-sm">
        <div className="flex items-start justify-between gap-3">
          <p className="min-w-0 break-words">{title}</p>
          <span className="-my-1 flex min-h-7 shrink-0 items-center gap-1 text-muted-foreground text-xs">
            <span title={dateTime(at, 'full')}>
              <DateText value={at} format="time" />
            </span>
            {actions}
          </span>
        </div>
        {children}
      </div>
    </>
  );
}
