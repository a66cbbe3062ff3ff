'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { ErrorState } from '#ui/kit/error-state.tsx';

const digestOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;

/** What a page shows when its code failed; the digest is the same as in the server's log. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.errorPage');
  const digest = digestOf(error);
  return (
    <div className="grid flex-1 place-items-center">
      <ErrorState
        heading="h1"
        title={t('title')}
        description={t('description')}
        retryLabel={t('retry')}
        onRetry={retry}
        reference={digest ? t('reference', { id: digest }) : undefined}
        action={
          <Button asChild>
            <a href="/associations">{t('home')}</a>
          </Button>
        }
      />
    </div>
  );
}
