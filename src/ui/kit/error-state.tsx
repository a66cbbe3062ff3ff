import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';

type Props = {
  title: string;
  description?: ReactNode;
  retryLabel?: string;
  onRetry?: () => void;
  pending?: boolean;
  /** What support needs to find it in the logs, already with its words ("Fel-id: 1a2b"). */
  reference?: string;
  action?: ReactNode;
  /** `h1` where it is the whole page. */
  heading?: 'h1' | 'h2';
  className?: string;
};

export function ErrorState({
  title,
  description,
  retryLabel,
  onRetry,
  pending,
  reference,
  action,
  heading: Heading = 'h2',
  className,
}: Props) {
  return (
    <div role="alert" className={cn('flex flex-col items-center gap-3 px-6 py-16 text-center', className)}>
      <div
        aria-hidden
        className="grid size-12 place-items-center rounded-xl bg-tone-danger text-tone-danger-foreground"
      >
        <CircleAlert className="size-6" />
      </div>
      <div className="flex max-w-md flex-col gap-1">
        <Heading className="font-semibold text-base">{title}</Heading>
        {description ? <div className="text-pretty text-muted-foreground">{description}</div> : null}
      </div>
      <div className="mt-1 flex flex-wrap justify-center gap-2">
        {onRetry && retryLabel ? (
          <Button variant="primary" onClick={onRetry} pending={pending}>
            <RotateCw aria-hidden />
            {retryLabel}
          </Button>
        ) : null}
        {action}
      </div>
      {reference ? <p className="select-all font-mono text-muted-foreground text-xs">{reference}</p> : null}
    </div>
  );
}
