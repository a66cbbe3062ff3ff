'use client';
import { useTranslations } from 'next-intl';
import { cn } from '#ui/kit/cn.ts';
import { type LiveState, pollSeconds } from '#ui/shared/live-state.ts';

const DOTS = {
  on: 'bg-tone-success-foreground',
  connecting: 'bg-tone-attention-foreground animate-pulse',
  off: 'border border-muted-foreground',
  offline: 'bg-tone-danger-foreground',
  signedOut: 'bg-tone-danger-foreground',
} as const;

/** `off` means that the screen polls instead; the words say how often. */
export function LiveIndicator({ state }: { state: LiveState }) {
  const t = useTranslations('shell.live');
  return (
    <p role="status" className="flex items-center gap-2 px-2 text-muted-foreground text-xs">
      <span aria-hidden className={cn('size-2 shrink-0 rounded-full', DOTS[state])} />
      {state === 'off' ? t('off', { seconds: pollSeconds }) : t(state)}
    </p>
  );
}
