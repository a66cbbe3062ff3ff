'use client';
import { CircleAlert, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardContent, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { Description } from './description.tsx';
import { FieldGroup } from './field-group.tsx';
import type { ShownField } from './field-row.tsx';
import { FirstContact } from './first-contact.tsx';
import type { AssociationRecord } from './use-record.ts';
import { useSuggestions } from './use-suggestions.ts';

const about: ShownField[] = [
  'types',
  'activities',
  'targetGroups',
  'categories',
  'orgNumber',
  'foundedYear',
  'fiscalYearStart',
  'nationalAffiliation',
  'name',
];
const reach: ShownField[] = [
  'email',
  'otherEmails',
  'phone',
  'otherPhones',
  'homepageUrl',
  'streetAddress',
  'postalCode',
  'city',
];

/** Every field in groups that one reads from the top: what it is, how to reach it, what it says of itself. */
export function Overview({ record, onEdit }: { record: AssociationRecord; onEdit: () => void }) {
  const t = useTranslations('associations.record');
  const suggestions = useSuggestions(record);
  const group = { record, suggestions };
  return (
    <div className="flex flex-col gap-4">
      {record.suggestions.length > 0 && !record.deletedAt ? (
        <p className="flex items-center gap-2 font-medium text-sm text-tone-attention-foreground">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {t('suggestionCount', { count: record.suggestions.length })}
        </p>
      ) : null}
      {record.naturalPerson ? (
        <Alert tone="info" title={t('naturalPersonTitle')}>
          <span className="inline-flex items-center gap-1.5">
            <UserRound aria-hidden className="size-4 shrink-0" />
            {t('naturalPersonText')}
          </span>
        </Alert>
      ) : null}
      {record.incomplete ? (
        <Alert tone="attention" title={t('incompleteTitle')}>
          {t('incompleteText')}
        </Alert>
      ) : null}
      <FirstContact record={record} />
      <FieldGroup {...group} title={t('groups.contact')} fields={reach} />
      <FieldGroup {...group} title={t('groups.basics')} fields={about} />
      <Card>
        <CardHeader>
          <CardTitle>{t('groups.description')}</CardTitle>
          {record.deletedAt ? null : (
            <Button variant="ghost" size="sm" onClick={onEdit}>
              {t('edit')}
            </Button>
          )}
        </CardHeader>
        <CardContent>
          <Description record={record} suggestions={suggestions} />
        </CardContent>
      </Card>
    </div>
  );
}
