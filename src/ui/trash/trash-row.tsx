'use client';
import { ArchiveRestore } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ApiOutputs } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { useRestore } from './use-restore.ts';

type Row = ApiOutputs['association']['trash']['rows'][number];

export function TrashRow({ row, mayRestore }: { row: Row; mayRestore: boolean }) {
  const t = useTranslations('trash');
  const { dateTime } = useFormatter();
  const { restore, pending } = useRestore(row);
  const date = row.deletedAt ? dateTime(row.deletedAt, 'dateTime') : '';
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="truncate font-medium">{row.name}</p>
        <p className="truncate text-muted-foreground text-xs" data-numeric>
          {[row.municipality.name, row.orgNumber].filter(Boolean).join(' · ')}
        </p>
        <p className="text-muted-foreground text-xs md:hidden">{deleted()}</p>
      </div>
      <p className="shrink-0 text-muted-foreground text-sm max-md:hidden">{deleted()}</p>
      {mayRestore ? (
        <Button onClick={restore} pending={pending} aria-label={t('restoreName', { name: row.name })}>
          <ArchiveRestore aria-hidden />
          {t('restore')}
        </Button>
      ) : null}
    </li>
  );

  function deleted() {
    return row.deletedBy ? t('deleted', { date, who: row.deletedBy }) : t('deletedBySystem', { date });
  }
}
