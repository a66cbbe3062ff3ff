'use client';
import { Mail } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '#ui/shared/status-badge.tsx';
import type { ListRow } from './list-query.ts';

/** A row as a phone shows it: who, where, what, and how far one has come. */
export function AssociationCard({ row }: { row: ListRow }) {
  const t = useTranslations('associations.list');
  return (
    <span className="flex flex-col gap-1">
      <span className="truncate font-medium text-base">{row.name}</span>
      <span className="truncate text-muted-foreground text-xs">
        {[row.municipality, ...row.types].join(' · ')}
      </span>
      <span className="flex items-center gap-2 text-muted-foreground text-xs">
        <StatusBadge status={row.crmStatus} />
        {row.hasEmail ? (
          <span className="flex shrink-0 items-center gap-1">
            <Mail aria-hidden className="size-3.5" />
            {t('columns.email')}
          </span>
        ) : null}
        {row.owner ? <span className="truncate">{row.owner}</span> : null}
      </span>
    </span>
  );
}
