import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

const LOOKS = {
  info: [Info, 'bg-tone-info text-tone-info-foreground'],
  success: [CircleCheck, 'bg-tone-success text-tone-success-foreground'],
  attention: [TriangleAlert, 'bg-tone-attention text-tone-attention-foreground'],
  danger: [CircleAlert, 'bg-tone-danger text-tone-danger-foreground'],
} as const;

type Props = {
  tone?: keyof typeof LOOKS;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A message in the page. Danger interrupts a screen reader; the others wait their turn. */
export function Alert({ tone = 'info', title, children, action, className }: Props) {
  const [Icon, look] = LOOKS[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cn('flex items-start gap-3 rounded-lg px-4 py-3 text-sm', look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-pretty">{children}</div> : null}
      </div>
      {action ? <div className="shrink-0">{action}</div> : null}
    </div>
  );
}
