import { cn } from './cn.ts';

type Props = {
  /** 0 to 1; null when the end is not known yet. */
  value: number | null;
  label: string;
  className?: string;
};

export function Progress({ value, label, className }: Props) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cn('h-2 w-full overflow-hidden rounded-full bg-tone-neutral', className)}
    >
      <div
        className={cn(
          'h-full origin-left rounded-full bg-primary transition-transform duration-300',
          percent === undefined && 'w-1/3 animate-pulse',
        )}
        style={percent === undefined ? undefined : { transform: `scaleX(${percent / 100})` }}
      />
    </div>
  );
}
