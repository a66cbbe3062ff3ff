'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { FieldRow, isEmpty, type ShownField } from './field-row.tsx';
import type { AssociationRecord } from './use-record.ts';
import type { Suggestions } from './use-suggestions.ts';

type Props = { title: string; fields: ShownField[]; record: AssociationRecord; suggestions: Suggestions };

/** Fields with something to say; the empty ones wait behind a button, so that the page stays calm. */
export function FieldGroup({ title, fields, record, suggestions }: Props) {
  const t = useTranslations('associations.record');
  const [all, setAll] = useState(false);
  // The name stands in the header already; here only when the register has another.
  const wanted = fields.filter((field) => field !== 'name' || suggestions.of('name'));
  const filled = wanted.filter((field) => !isEmpty(record[field]) || suggestions.of(field));
  const empty = wanted.length - filled.length;
  const shown = all ? wanted : filled;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {empty > 0 ? (
          <Button
            variant="ghost"
            size="sm"
            aria-expanded={all}
            onClick={() => setAll(!all)}
            className="text-muted-foreground"
          >
            {all ? t('hideEmpty') : t('showEmpty', { count: empty })}
          </Button>
        ) : null}
      </CardHeader>
      {shown.length === 0 ? (
        <p className="px-4 pb-4 text-muted-foreground text-sm">{t('emptyGroup')}</p>
      ) : (
        <dl className="flex flex-col px-4 pb-3">
          {shown.map((field) => (
            <FieldRow
              key={field}
              field={field}
              record={record}
              suggestion={suggestions.of(field)}
              answer={suggestions}
            />
          ))}
        </dl>
      )}
    </Card>
  );
}
