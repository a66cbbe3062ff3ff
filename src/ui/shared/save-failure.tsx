'use client';
import { useTranslations } from 'next-intl';
import { tellSessionEnded } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { troubleOf } from './trouble.ts';
import { useErrorText } from './use-error-text.ts';

type Props = { error: unknown; className?: string };

/** Stands beside the button that saves: nothing is saved, why, what was typed is still there, and the way on. */
export function SaveFailure({ error, className }: Props) {
  const t = useTranslations('words.saveFailed');
  const errorText = useErrorText();
  const trouble = troubleOf(error);
  return (
    <Alert
      tone="danger"
      title={t('title')}
      {...(className && { className })}
      action={trouble === 'signedOut' ? <Button onClick={tellSessionEnded}>{t('signIn')}</Button> : null}
    >
      {t.has(trouble as 'offline') ? t(trouble as 'offline') : `${errorText(error)} ${t('kept')}`}
    </Alert>
  );
}
