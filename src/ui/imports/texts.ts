'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ApiOutputs } from '#api/client.tsx';

export type ImportRun = ApiOutputs['import']['get'];
export type ImportFile = ImportRun['files'][number];

/** Codes come from the server; one that is newer than the page is shown as it is. */
export function useImportTexts() {
  const t = useTranslations('imports');
  const { dateTime } = useFormatter();
  const date = (value: unknown) => dateTime(new Date(String(value)), 'dateTime');
  return {
    refusal: (code: string) => {
      const key = `refusal.${code}` as 'refusal.empty';
      return t.has(key) ? t(key) : t('refusal.unknown');
    },
    issueTitle: (code: string) => {
      const key = `issue.${code}.title` as 'issue.no_name.title';
      return t.has(key) ? t(key) : code;
    },
    issueMeaning: (code: string) => {
      const key = `issue.${code}.means` as 'issue.no_name.means';
      return t.has(key) ? t(key) : '';
    },
    /** The register's own name of the field, in words. */
    issueField: (field: string) => {
      const key = `issueField.${field.replaceAll('.', '_')}` as 'issueField.name';
      return t.has(key) ? t(key) : field;
    },
    warning: ({ code, params }: ImportRun['warnings'][number]) =>
      t(`warning.${code}`, params as Record<'file', string>),
    note: ({ code, params }: ImportFile['notes'][number]) =>
      t(`note.${code}`, {
        ...params,
        ...('at' in params ? { date: date(params.at) } : {}),
      } as Record<'file', string>),
  };
}
