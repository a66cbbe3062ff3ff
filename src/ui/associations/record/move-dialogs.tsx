'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConflictDialog } from '#ui/shared/conflict-dialog.tsx';
import { StageBadge, StatusBadge } from '#ui/shared/status-badge.tsx';
import { MoveQuestion } from './move-question.tsx';
import type { MoveField, Moves } from './use-moves.ts';
import type { AssociationRecord } from './use-record.ts';

/** The two questions a move can raise: is it meant, and whose word stands. */
export function MoveDialogs({ moves, record }: { moves: Moves; record: AssociationRecord }) {
  const f = useTranslations('associations.fields');
  const { asked, clash } = moves;
  const badge = (field: MoveField, value: string | null): ReactNode => {
    if (field === 'crmStatus') return <StatusBadge status={value as 'MEMBER'} quiet />;
    if (field === 'pipeline') return <StageBadge stage={value as 'PROSPECT'} quiet />;
    return moves.word(field, value);
  };
  return (
    <>
      {asked ? (
        <MoveQuestion key={`${asked.field}:${asked.to}`} move={asked} moves={moves} record={record} />
      ) : null}
      {clash ? (
        <ConflictDialog
          open
          onOpenChange={(open) => open || moves.settle(null)}
          last={clash.last}
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
