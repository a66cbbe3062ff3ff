'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import {
  type CrmStatus,
  isOpenStage,
  type OpenStage,
  openStages,
  opensAgain,
  stageAfterStatus,
  stageToReturnTo,
} from '#domain/associations/rules.ts';
import { dayOf } from '#lib/calendar-days.ts';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { Input } from '#ui/kit/input.tsx';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '#ui/kit/select.tsx';
import { Field } from '#ui/shared/field.tsx';
import { StageBadge } from '#ui/shared/status-badge.tsx';
import type { Move, Moves } from './use-moves.ts';
import type { AssociationRecord } from './use-record.ts';

type Props = { move: Move; moves: Moves; record: AssociationRecord };

/** Is it meant? Says what will happen, and asks for what the move needs: the first day of a membership, the stage to go on from. */
export function MoveQuestion({ move, moves, record }: Props) {
  const t = useTranslations('associations.record.panel');
  const w = useTranslations('words');
  const today = dayOf(new Date());
  const [since, setSince] = useState(today);
  const [stage, setStage] = useState<OpenStage>(
    isOpenStage(record.pipeline) ? record.pipeline : stageToReturnTo,
  );
  const joins = move.field === 'crmStatus' && move.to === 'MEMBER';
  const returns = move.field === 'crmStatus' && opensAgain(move.from as CrmStatus, move.to as CrmStatus);
  // An emptied date field means today, as the server takes it.
  const details = joins ? (since === '' ? {} : { memberSince: since }) : returns ? { stage } : undefined;
  const formId = useId();
  return (
    <AlertDialog
      open
      onOpenChange={(open) => open || moves.answer(false)}
      title={t('askTitle', { from: moves.word(move.field, move.from), to: moves.word(move.field, move.to) })}
      description={<Consequences move={move} moves={moves} record={record} />}
      variant="primary"
      confirmLabel={t('askYes')}
      cancelLabel={w('action.cancel')}
      pending={false}
      onConfirm={() => {
        // A day that the calendar on the screen refuses keeps the question open.
        const form = document.getElementById(formId);
        if (form instanceof HTMLFormElement && !form.reportValidity()) return;
        moves.answer(true, details);
      }}
    >
      <form id={formId} className="contents" onSubmit={(event) => event.preventDefault()}>
        {joins ? (
          <Field label={t('memberFrom')} className="pt-2">
            {(field) => (
              <Input
                {...field}
                type="date"
                max={today}
                value={since}
                onChange={(event) => setSince(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        {returns ? (
          <Field label={t('returnTo')} className="pt-2">
            {(field) => (
              <Select value={stage} onValueChange={(next) => setStage(next as OpenStage)}>
                <SelectTrigger {...field}>
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {openStages.map((each) => (
                    <SelectItem key={each} value={each}>
                      <StageBadge stage={each} quiet />
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </Field>
        ) : null}
      </form>
    </AlertDialog>
  );
}

function Consequences({ move, moves, record }: Props) {
  const t = useTranslations('associations.record.panel');
  const to = moves.word(move.field, move.to);
  if (move.field === 'pipeline')
    return t('askStage', { to, status: moves.word('crmStatus', record.crmStatus) });
  const status = move.to as CrmStatus;
  const stage = moves.word('pipeline', stageAfterStatus(record, status));
  const leaves = move.from === 'MEMBER' ? `${t('askLeave')} ` : '';
  if (status === 'MEMBER') return t('askMember', { stage });
  if (status === 'LOST') return leaves + t('askLost', { to, stage });
  if (opensAgain(move.from as CrmStatus, status)) return leaves + t('askAgain', { to });
  return t('askStatus', { to, stage });
}
