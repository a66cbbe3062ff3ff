// What a command says when it is refused: the same sentences as on the screen, in English.
import { createTranslator } from 'next-intl';
import { isDomainError } from '#domain/errors.ts';
import messages from '#messages/en/errors.json' with { type: 'json' };

const t = createTranslator({ locale: 'en', messages });

export function errorText(error: unknown): string {
  if (!isDomainError(error)) return error instanceof Error ? error.message : String(error);
  const key = error.messageKey as keyof typeof messages & 'notFound';
  const values = Object.fromEntries(
    Object.entries(error.details).filter(
      ([, value]) => typeof value === 'string' || typeof value === 'number',
    ),
  ) as Record<string, string | number>;
  return t.has(key) ? t(key, values) : `${error.code}: ${error.messageKey}`;
}
