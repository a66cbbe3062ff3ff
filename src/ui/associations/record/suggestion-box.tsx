'use client';
import { Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { FieldValue } from './field-value.tsx';
import type { Suggestion, Suggestions } from './use-suggestions.ts';

/** The register's newer value beside the person's: offered, never put in its place. */
export function SuggestionBox({ suggestion, answer }: { suggestion: Suggestion; answer: Suggestions }) {
  const t = useTranslations('associations.record');
  const f = useTranslations('associations.fields');
  const { field, register } = suggestion;
  const nothing = register === null || (Array.isArray(register) && register.length === 0);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-tone-attention px-3 py-2 text-tone-attention-foreground">
      <div className="flex min-w-0 flex-1 basis-48 items-start gap-2">
        <Landmark aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0">
          <p className="text-xs">{t('suggestion', { register: answer.registerOf(suggestion) ?? '' })}</p>
          <div className="line-clamp-6 font-medium [&_a]:text-inherit [&_a]:underline">
            {nothing ? <em>{t('suggestionEmpty')}</em> : <FieldValue field={field} value={register} />}
          </div>
        </div>
      </div>
      <div className="flex gap-2">
        <Button
          size="sm"
          aria-label={t('useRegisterFor', { field: f(field) })}
          pending={answer.pending === field}
          onClick={() => answer.accept(field)}
        >
          {t('useRegister')}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          className="text-inherit"
          aria-label={t('keepMineFor', { field: f(field) })}
          disabled={answer.pending === field}
          onClick={() => answer.keep(field)}
        >
          {t('keepMine')}
        </Button>
      </div>
    </div>
  );
}
