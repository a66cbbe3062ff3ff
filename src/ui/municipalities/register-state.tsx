'use client';
import { CircleCheck, CircleDashed, CircleSlash, Clock, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '#ui/kit/badge.tsx';
import type { MunicipalityRow } from './view.ts';

type State = MunicipalityRow['registerState'];

const LOOKS: Record<State, [typeof Clock, Tone]> = {
  ok: [CircleCheck, 'success'],
  stale: [Clock, 'attention'],
  failing: [TriangleAlert, 'danger'],
  never: [CircleDashed, 'neutral'],
  none: [CircleSlash, 'outline'],
};

export function RegisterState({ state }: { state: State }) {
  const t = useTranslations('municipalities');
  const [Icon, tone] = LOOKS[state];
  return (
    <Badge tone={tone} title={t(`stateHint.${state}`)}>
      <Icon aria-hidden />
      {t(`state.${state}`)}
    </Badge>
  );
}
