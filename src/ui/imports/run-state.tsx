'use client';
import { CircleCheck, CircleDashed, CircleSlash, CircleX, Clock, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '#ui/kit/badge.tsx';
import type { ImportRun } from './texts.ts';

type State = ImportRun['state'];

const LOOKS: Record<State, [typeof Clock, Tone]> = {
  DRAFT: [CircleDashed, 'neutral'],
  QUEUED: [Clock, 'info'],
  STAGING: [LoaderCircle, 'progress'],
  MERGING: [LoaderCircle, 'progress'],
  DONE: [CircleCheck, 'success'],
  FAILED: [CircleX, 'danger'],
  CANCELLED: [CircleSlash, 'attention'],
};

export const isRunning = (state: State) => state === 'QUEUED' || state === 'STAGING' || state === 'MERGING';

export function RunState({ state }: { state: State }) {
  const t = useTranslations('imports.state');
  const [Icon, tone] = LOOKS[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={Icon === LoaderCircle ? 'motion-safe:animate-spin' : undefined} />
      {t(state)}
    </Badge>
  );
}
