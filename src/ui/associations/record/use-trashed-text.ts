'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useCan } from '#ui/shared/use-can.ts';
import type { AssociationRecord } from './use-record.ts';

/** Who put the record into the trash and when, and, for those who may not take it back, whom to ask. */
export function useTrashedText(record: AssociationRecord): string {
  const t = useTranslations('associations.record');
  const { dateTime } = useFormatter();
  const mayRestore = useCan()('association.delete');
  if (!record.deletedAt) return '';
  const when = dateTime(record.deletedAt, 'dateTime');
  const said = record.deletedBy
    ? t('inTrashBy', { who: record.deletedBy, date: when })
    : t('inTrashSince', { date: when });
  return mayRestore ? said : `${said} ${t('askToRestore')}`;
}
