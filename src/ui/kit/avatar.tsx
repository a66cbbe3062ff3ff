import { cn } from './cn.ts';

const TONES = [
  'bg-tone-info text-tone-info-foreground',
  'bg-tone-progress text-tone-progress-foreground',
  'bg-tone-success text-tone-success-foreground',
  'bg-tone-attention text-tone-attention-foreground',
  'bg-tone-neutral text-tone-neutral-foreground',
  'bg-tone-danger text-tone-danger-foreground',
] as const;

const SIZES = { sm: 'size-5 text-[0.5625rem]', md: 'size-7 text-2xs', lg: 'size-10 text-sm' } as const;

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('sv');
}

/** Initials on a colour that follows the name. Decoration: the name stands beside it or in a label. */
export function Avatar({
  name,
  size = 'md',
  className,
}: {
  name: string;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  const sum = [...name].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={cn(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-semibold',
        SIZES[size],
        TONES[sum % TONES.length],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
