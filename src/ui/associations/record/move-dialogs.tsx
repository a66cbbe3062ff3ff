'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { ConflictDialog } from '#ui/shared/conflict-dialog.tsx';
import { StageBadge, StatusBadge } from '#ui/shared/status-badge.tsx';
import type { MoveField, Moves } from './use-moves.ts';

/** The two questions a move can raise: is it meant, and whose word stands. */
export function MoveDialogs({ moves }: { moves: Moves }) {
  const t = useTranslations('associations.record.panel');
  const f = useTranslations('associations.fields');
  const w = useTranslations('words');
  const { asked, clash } = moves;
  const word = (field: MoveField, value: string | null): string => {
    if (field === 'crmStatus') return w(`crmStatus.${value as 'MEMBER'}`);
    if (field === 'pipeline') return w(`pipeline.${value as 'PROSPECT'}`);
    return moves.ownerName(value) ?? t('noOwner');
  };
  const badge = (field: MoveField, value: string | null): ReactNode => {
    if (field === 'crmStatus') return <StatusBadge status={value as 'MEMBER'} quiet />;
    if (field === 'pipeline') return <StageBadge stage={value as 'PROSPECT'} quiet />;
    return word(field, value);
  };
  const consequence = () => {
    if (asked?.field !== 'crmStatus') return t('askBack');
    if (asked.to === 'MEMBER') return t('askMember');
    if (asked.from === 'MEMBER') return t('askLeave');
    return asked.to === 'LOST' ? t('askLost') : t('askBack');
  };
  return (
    <>
      {asked ? (
        <AlertDialog
          open
          onOpenChange={(open) => open || moves.answer(false)}
          title={t('askTitle', { from: word(asked.field, asked.from), to: word(asked.field, asked.to) })}
          description={consequence()}
          variant="primary"
          confirmLabel={t('askYes')}
          cancelLabel={w('action.cancel')}
          onConfirm={() => moves.answer(true)}
        />
      ) : null}
      {clash ? (
        <ConflictDialog
          open
          onOpenChange={(open) => open || moves.settle(null)}
          fields={[
            {
              key: clash.field,
              label: f(clash.field),
              mine: badge(clash.field, clash.to),
              theirs: badge(clash.field, clash.now),
            },
          ]}
          onResolve={(choice) => moves.settle(choice[clash.field] ?? 'theirs')}
        />
      ) : null}
    </>
  );
}
