'use client';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useTRPC } from '#api/client.tsx';
import { crmStatuses, pipelineStages } from '#domain/associations/rules.ts';
import { cn } from '#ui/kit/cn.ts';
import { Combobox } from '#ui/kit/combobox.tsx';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '#ui/kit/select.tsx';
import { colleaguesQuery } from '#ui/shared/choices.ts';
import { DateText } from '#ui/shared/date-text.tsx';
import { Field } from '#ui/shared/field.tsx';
import { StageBadge, StatusBadge } from '#ui/shared/status-badge.tsx';
import { MoveDialogs } from './move-dialogs.tsx';
import { type Moves, useMoves } from './use-moves.ts';
import type { AssociationRecord } from './use-record.ts';

/** Where the association stands and who cares for it. `bare` is inside a sheet, which is a card already. */
export function SidePanel({ record, bare }: { record: AssociationRecord; bare?: boolean }) {
  const moves = useMoves(record);
  return (
    <div className={cn('flex flex-col gap-4', !bare && 'sticky top-40 rounded-xl border bg-card p-4')}>
      <Standing record={record} moves={moves} />
      <Membership record={record} />
      <Dates record={record} />
      <MoveDialogs moves={moves} record={record} />
    </div>
  );
}

function Standing({ record, moves }: { record: AssociationRecord; moves: Moves }) {
  const t = useTranslations('associations.record.panel');
  const f = useTranslations('associations.fields');
  const trpc = useTRPC();
  const users = useQuery(colleaguesQuery(trpc)).data ?? [];
  const locked = record.deletedAt !== null;
  const owners = users
    .filter((user) => user.active || user.id === record.ownerId)
    .map((user) => ({
      value: user.id,
      label: user.name,
      ...(user.active ? {} : { hint: t('closedAccount') }),
    }));
  return (
    <>
      <Field label={f('crmStatus')}>
        {(field) => (
          <Select
            value={record.crmStatus}
            disabled={locked}
            onValueChange={(to) => moves.ask('crmStatus', to)}
          >
            <SelectTrigger {...field}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {crmStatuses.map((status) => (
                <SelectItem key={status} value={status}>
                  <StatusBadge status={status} quiet />
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      </Field>
      <Field label={f('pipeline')}>
        {(field) => (
          <Select value={record.pipeline} disabled={locked} onValueChange={(to) => moves.ask('pipeline', to)}>
            <SelectTrigger {...field}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {pipelineStages.map((stage) => (
                <SelectItem key={stage} value={stage}>
                  <StageBadge stage={stage} quiet />
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      </Field>
      <Field label={f('ownerId')}>
        {(field) => (
          <Combobox
            {...field}
            options={owners}
            value={record.ownerId}
            disabled={locked}
            onChange={(to) => moves.ask('ownerId', to)}
            label={t('chooseOwner')}
            placeholder={record.owner?.name ?? t('noOwner')}
            searchPlaceholder={t('searchOwner')}
            emptyText={t('noSuchOwner')}
            clearLabel={t('clearOwner')}
          />
        )}
      </Field>
    </>
  );
}

function Membership({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record.panel');
  const { dateTime } = useFormatter();
  return (
    <section className="flex flex-col gap-1 border-t pt-3">
      <h2 className="font-medium text-sm">{t('membership')}</h2>
      {record.memberships.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('never')}</p>
      ) : (
        <ul className="flex flex-col gap-0.5 text-sm" data-numeric>
          {record.memberships.map((period) => (
            <li key={period.id}>
              {period.endedAt
                ? t('membershipPast', {
                    from: dateTime(period.startedAt, 'date'),
                    to: dateTime(period.endedAt, 'date'),
                  })
                : t('membershipNow', { from: dateTime(period.startedAt, 'date') })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Dates({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record.panel');
  return (
    <dl className="flex flex-col gap-1 border-t pt-3 text-sm">
      <Line label={t('lastActivity')}>
        <DateText value={record.lastActivityAt} format="relative" />
      </Line>
      <Line label={t('updated')}>
        <DateText value={record.updatedAt} format="relative" />
      </Line>
      <Line label={t('created')}>
        <DateText value={record.createdAt} format="relative" />
      </Line>
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="text-muted-foreground">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
