'use client';
import { useRouter } from 'next/navigation';
import { isLocale, localeCookie } from '#ui/i18n/locales.ts';
import { writeCookie } from '#ui/shared/cookies.ts';
import { useShell } from './shell-context.ts';

/** Changes the language of this browser at once, without leaving the page or losing what is typed. */
export function useSetLocale(): (locale: string) => void {
  const router = useRouter();
  const { rememberLocale } = useShell();
  return (locale) => {
    if (!isLocale(locale)) return;
    writeCookie(localeCookie, locale);
    rememberLocale?.(locale);
    router.refresh();
  };
}
