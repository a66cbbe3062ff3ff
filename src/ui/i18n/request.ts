import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { formats } from './formats.ts';
import { defaultLocale, isLocale, localeCookie, timeZone } from './locales.ts';

export default getRequestConfig(async ({ locale: asked }) => {
  const wanted = asked ?? (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const { messages } = locale === 'en' ? await import('./messages-en.ts') : await import('./messages-sv.ts');
  return { locale, messages, formats, timeZone };
});
