'use client';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Column } from '#ui/shared/data-table.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { useNumber } from '#ui/shared/use-number.ts';
import { RegisterState } from './register-state.tsx';
import type { MunicipalityRow } from './view.ts';

const quiet = <span className="text-muted-foreground">–</span>;

export function useMunicipalityColumns(): Column<MunicipalityRow>[] {
  const t = useTranslations('municipalities');
  const number = useNumber();
  const count = (n: number) => (n > 0 ? number(n) : <span className="text-muted-foreground">0</span>);
  return [
    {
      id: 'name',
      header: t('column.name'),
      cell: (row) => row.name,
      width: 180,
      grow: 2,
      sortKey: 'name',
      primary: true,
    },
    {
      id: 'code',
      header: t('column.code'),
      cell: (row) => <span className="text-muted-foreground">{row.code}</span>,
      width: 76,
    },
    {
      id: 'county',
      header: t('column.county'),
      cell: (row) => row.county,
      width: 170,
      grow: 1,
      sortKey: 'county',
    },
    {
      id: 'associations',
      header: t('column.associations'),
      cell: (row) => count(row.associations),
      width: 120,
      align: 'right',
      sortKey: 'associations',
    },
    {
      id: 'members',
      header: t('column.members'),
      cell: (row) => count(row.members),
      width: 120,
      align: 'right',
      sortKey: 'members',
    },
    {
      id: 'platform',
      header: t('column.platform'),
      cell: (row) => (row.platform ? <RegisterLink row={row} /> : quiet),
      width: 200,
      grow: 1,
      sortKey: 'platform',
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: (row) => <RegisterState state={row.registerState} />,
      width: 180,
      sortKey: 'state',
    },
    {
      id: 'imported',
      header: t('column.imported'),
      cell: (row) => (row.lastScrapedAt ? <DateText value={row.lastScrapedAt} format="relative" /> : quiet),
      width: 170,
      sortKey: 'imported',
    },
  ];
}

function RegisterLink({ row }: { row: MunicipalityRow }) {
  const t = useTranslations('municipalities');
  const name = row.platform ? t(`platform.${row.platform}`) : '';
  if (!row.registerUrl) return name;
  return (
    <a
      href={row.registerUrl}
      target="_blank"
      rel="noreferrer"
      aria-label={`${name}: ${t('openRegister', { name: row.name })}`}
      className="inline-flex min-w-0 items-center gap-1 hover:text-primary hover:underline"
    >
      <span className="truncate">{name}</span>
      <ExternalLink aria-hidden className="size-3.5 shrink-0 opacity-60" />
    </a>
  );
}
