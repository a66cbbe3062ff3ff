import type { formats } from './formats.ts';
import type { Locale } from './locales.ts';
import type { messages } from './messages-sv.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
    Formats: typeof formats;
  }
}
