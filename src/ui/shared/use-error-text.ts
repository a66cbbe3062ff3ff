'use client';
import { useTranslations } from 'next-intl';
import { troubleOf } from './trouble.ts';

type Shape = { code?: unknown; messageKey?: unknown; details?: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

// A tRPC error carries the domain's code and key in `data`; anything else is a failure without a name.
function shapeOf(error: unknown): Shape {
  if (!isRecord(error)) return {};
  const data = isRecord(error.data) ? error.data : error;
  return isRecord(data.kansli) ? data.kansli : data;
}

/** Turns whatever was thrown into a sentence for the person: the error's own text, else its code's, else the general one. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) => {
    const { code, messageKey, details } = shapeOf(error);
    const values: Record<string, string | number> = {};
    for (const [key, value] of Object.entries(isRecord(details) ? details : {})) {
      if (typeof value === 'string' || typeof value === 'number') values[key] = value;
    }
    for (const key of [messageKey, `code.${String(code)}`]) {
      // The key comes over the wire, so its type is only known to be text.
      if (typeof key === 'string' && t.has(key as 'notFound')) return t(key as 'notFound', values);
    }
    const trouble = troubleOf(error);
    return trouble === 'offline' || trouble === 'unreachable' ? t(trouble) : t('code.unknown');
  };
}
