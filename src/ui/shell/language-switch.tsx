'use client';
import { useLocale, useTranslations } from 'next-intl';
import { locales } from '#ui/i18n/locales.ts';
import { ToggleGroup, ToggleGroupItem } from '#ui/kit/toggle-group.tsx';
import { useSetLocale } from './use-set-locale.ts';

export function LanguageSwitch() {
  const t = useTranslations('shell.language');
  const locale = useLocale();
  const setLocale = useSetLocale();
  return (
    <ToggleGroup type="single" value={locale} onValueChange={setLocale} aria-label={t('label')}>
      {locales.map((name) => (
        <ToggleGroupItem key={name} value={name} lang={name}>
          {t(name)}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}
