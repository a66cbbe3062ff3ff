'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import { OriginMark } from './field-row.tsx';
import { SuggestionBox } from './suggestion-box.tsx';
import type { AssociationRecord } from './use-record.ts';
import type { Suggestions } from './use-suggestions.ts';

const LONG = 700;

type Section = { title: string; items: { label: string; value: string }[] };

/** What the association says of itself: plain text, then the register's own sections. Never as markup. */
export function Description({
  record,
  suggestions,
}: {
  record: AssociationRecord;
  suggestions: Suggestions;
}) {
  const t = useTranslations('associations.record');
  const f = useTranslations('associations.fields');
  const sections = (Array.isArray(record.descriptionSections)
    ? record.descriptionSections
    : []) as unknown as Section[];
  const nothing = !record.descriptionText && !record.otherInformation && sections.length === 0;
  return (
    <div className="flex flex-col gap-4 text-sm">
      {nothing ? <p className="text-muted-foreground">{t('emptyGroup')}</p> : null}
      {(['descriptionText', 'otherInformation'] as const).map((field) => {
        const suggestion = suggestions.of(field);
        if (!record[field] && !suggestion) return null;
        return (
          <div key={field} className="group flex flex-col gap-2">
            {field === 'otherInformation' ? <h3 className="font-medium">{f(field)}</h3> : null}
            <div className="flex items-start justify-between gap-3">
              {record[field] ? <Prose text={record[field]} /> : <span />}
              <OriginMark record={record} field={field} />
            </div>
            {suggestion && !record.deletedAt ? (
              <SuggestionBox suggestion={suggestion} answer={suggestions} />
            ) : null}
          </div>
        );
      })}
      {sections.map((section) => (
        <section key={JSON.stringify(section)} className="flex flex-col gap-1">
          {section.title ? <h3 className="font-medium">{section.title}</h3> : null}
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
            {section.items.map((item) => (
              <div key={`${item.label}:${item.value}`} className="contents">
                <dt className="text-muted-foreground">{item.label}</dt>
                <dd className="min-w-0 whitespace-pre-line">{item.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Prose({ text }: { text: string }) {
  const t = useTranslations('associations.record');
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG;
  return (
    <div className="flex flex-col items-start gap-1">
      <p className={cn('max-w-prose whitespace-pre-line leading-6', long && !whole && 'line-clamp-[8]')}>
        {text}
      </p>
      {long ? (
        <Button variant="link" size="inline" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'showLess' : 'showAll')}
        </Button>
      ) : null}
    </div>
  );
}
