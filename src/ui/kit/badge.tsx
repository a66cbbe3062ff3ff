import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

const badgeVariants = cva(
  'inline-flex h-5 align-middle w-fit shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-tone-neutral text-tone-neutral-foreground',
        info: 'bg-tone-info text-tone-info-foreground',
        attention: 'bg-tone-attention text-tone-attention-foreground',
        progress: 'bg-tone-progress text-tone-progress-foreground',
        success: 'bg-tone-success text-tone-success-foreground',
        danger: 'bg-tone-danger text-tone-danger-foreground',
        primary: 'bg-primary-soft text-primary-soft-foreground',
        outline: 'border border-border bg-card text-muted-foreground',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeVariants>['tone']>;

/** A small label; give it an icon or a word besides its colour. */
export function Badge({ className, tone, ...props }: ComponentProps<'span'> & { tone?: Tone }) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
