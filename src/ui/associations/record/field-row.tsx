'use client';
import { PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#ui/kit/badge.tsx';
import { Tooltip } from '#ui/kit/tooltip.tsx';
import { FieldValue } from './field-value.tsx';
import { SuggestionBox } from './suggestion-box.tsx';
import type { AssociationRecord, RegisterField } from './use-record.ts';
import type { Suggestion, Suggestions } from './use-suggestions.ts';

export type ShownField = Exclude<RegisterField, 'descriptionSections'>;

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

type Props = {
  field: ShownField;
  record: AssociationRecord;
  suggestion: Suggestion | undefined;
  answer: Suggestions;
};

export function FieldRow({ field, record, suggestion, answer }: Props) {
  const t = useTranslations('associations.fields');
  return (
    <div className="group grid gap-x-4 gap-y-0.5 border-t py-2 text-sm first:border-t-0 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-muted-foreground">{t(field)}</dt>
      <dd className="flex min-w-0 flex-col gap-2">
        <div className="flex min-w-0 items-start justify-between gap-3">
          <div className="min-w-0">
            <FieldValue field={field} value={record[field]} copyable />
          </div>
          <OriginMark record={record} field={field} />
        </div>
        {suggestion && !record.deletedAt ? <SuggestionBox suggestion={suggestion} answer={answer} /> : null}
      </dd>
    </div>
  );
}

/** Who the value is from. A person's is always marked; a register's speaks up when the row is pointed at. */
export function OriginMark({ record, field }: { record: AssociationRecord; field: RegisterField }) {
  const t = useTranslations('associations.record');
  if (record.edited.includes(field)) {
    return (
      <Tooltip label={t('editedHint')}>
        <button
          type="button"
          className="flex min-h-6 shrink-0 pointer-coarse:min-h-11 items-center rounded-sm"
        >
          <Badge tone="outline">
            <PencilLine aria-hidden />
            {t('editedMark')}
          </Badge>
        </button>
      </Tooltip>
    );
  }
  if (record.sourceRecords.length === 0 || isEmpty(record[field as ShownField])) return null;
  return (
    <span className="shrink-0 text-muted-foreground text-xs opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 max-sm:hidden">
      {t('fromRegister')}
    </span>
  );
}
