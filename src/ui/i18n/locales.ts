export const locales = ['sv', 'en'] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'sv';
export const localeCookie = 'kansli_locale';
export const timeZone = 'Europe/Stockholm';

export const isLocale = (value: unknown): value is Locale => value === 'sv' || value === 'en';
