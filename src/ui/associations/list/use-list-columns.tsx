'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense, useMemo } from 'react';
import type { SortKey } from '#domain/associations/rules.ts';
import type { Column } from '#ui/shared/data-table.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { onDemand } from '#ui/shared/on-demand.ts';
import { StageBadge, StatusBadge } from '#ui/shared/status-badge.tsx';
import { Address } from './address.tsx';
import type { ListRow } from './list-query.ts';

// Without it the number stands as it is stored: a cell must not take the list away.
const phone = onDemand(
  () => import('./phone.tsx').then((module) => module.Phone),
  ({ number }) => number,
);

type ListColumn = Column<ListRow> & { sortKey?: SortKey };

export function useListColumns(): ListColumn[] {
  const t = useTranslations('associations.list.columns');
  const w = useTranslations('words');
  return useMemo(() => {
    const missing = <Missing word={w('state.none')} />;
    const text = (value: string | null): ReactNode => value ?? missing;
    const day = (value: Date | null): ReactNode => (value ? <DateText value={value} /> : missing);
    return [
      {
        id: 'name',
        header: t('name'),
        cell: (row) => row.name,
        width: 202,
        grow: 3,
        text: (row) => row.name,
        primary: true,
        sortKey: 'name',
      },
      {
        id: 'municipality',
        header: t('municipality'),
        cell: (row) => row.municipality,
        text: (row) => row.municipality,
        sortKey: 'municipality',
        width: 150,
      },
      {
        id: 'types',
        header: t('types'),
        cell: (row) => text(row.types.join(', ') || null),
        width: 146,
        grow: 1,
        text: (row) => row.types.join(', '),
        sortKey: 'type',
      },
      {
        id: 'status',
        header: w('crmStatus.label'),
        cell: (row) => <StatusBadge status={row.crmStatus} />,
        sortKey: 'status',
        width: 132,
      },
      {
        id: 'stage',
        header: w('pipeline.label'),
        cell: (row) => <StageBadge quiet stage={row.pipeline} />,
        sortKey: 'stage',
        width: 138,
      },
      {
        id: 'email',
        header: t('email'),
        cell: (row) => {
          if (row.email) return <Address href={`mailto:${row.email}`} text={row.email} />;
          return row.hasEmail ? (
            <span className="text-muted-foreground">{t('emailOfContact')}</span>
          ) : (
            missing
          );
        },
        width: 146,
        grow: 2,
        text: (row) => row.email ?? (row.hasEmail ? t('emailOfContact') : null),
      },
      {
        id: 'owner',
        header: t('owner'),
        cell: (row) => text(row.owner),
        text: (row) => row.owner,
        sortKey: 'owner',
        width: 154,
      },
      {
        id: 'activity',
        header: t('activity'),
        cell: (row) => (row.lastActivityAt ? <DateText value={row.lastActivityAt} format="ago" /> : missing),
        width: 122,
        sortKey: 'activity',
      },
      {
        id: 'contact',
        header: t('contact'),
        cell: (row) => text(row.contact),
        text: (row) => row.contact,
        width: 150,
        grow: 1,
        hiddenAtFirst: true,
      },
      {
        id: 'phone',
        header: t('phone'),
        cell: (row) => (row.phone ? <Phone number={row.phone} /> : missing),
        width: 130,
        hiddenAtFirst: true,
      },
      {
        id: 'city',
        header: t('city'),
        cell: (row) => text(row.city),
        text: (row) => row.city,
        width: 120,
        sortKey: 'city',
        hiddenAtFirst: true,
      },
      {
        id: 'orgNumber',
        header: t('orgNumber'),
        cell: (row) => text(row.orgNumber),
        width: 120,
        hiddenAtFirst: true,
      },
      {
        id: 'activities',
        header: t('activities'),
        cell: (row) => text(row.activities.join(', ') || null),
        text: (row) => row.activities.join(', '),
        width: 160,
        grow: 1,
        hiddenAtFirst: true,
      },
      {
        id: 'memberSince',
        header: t('memberSince'),
        cell: (row) => day(row.memberSince),
        width: 128,
        sortKey: 'memberSince',
        hiddenAtFirst: true,
      },
      {
        id: 'quality',
        header: t('quality'),
        cell: (row) => t('qualityPercent', { percent: row.qualityScore }),
        width: 96,
        align: 'right',
        sortKey: 'quality',
        hiddenAtFirst: true,
      },
      {
        id: 'updated',
        header: t('updated'),
        cell: (row) => day(row.updatedAt),
        width: 128,
        sortKey: 'updated',
        hiddenAtFirst: true,
      },
      {
        id: 'created',
        header: t('created'),
        cell: (row) => day(row.createdAt),
        width: 128,
        sortKey: 'created',
        hiddenAtFirst: true,
      },
    ];
  }, [t, w]);
}

function Missing({ word }: { word: string }) {
  return (
    <span className="text-muted-foreground">
      <span aria-hidden>–</span>
      <span className="sr-only">{word}</span>
    </span>
  );
}

// Nobody sees a number change its form: the place is kept empty until it has it.
function Phone({ number }: { number: string }) {
  return (
    <Suspense fallback={<span className="invisible">{number}</span>}>
      <phone.Loaded number={number} />
    </Suspense>
  );
}
