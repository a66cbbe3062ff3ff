'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { ErrorState } from '#ui/kit/error-state.tsx';
import { Spinner } from '#ui/kit/spinner.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { Entrance } from './entrance.tsx';
import { SetupForm } from './setup-form.tsx';

export function SetupScreen({ token }: { token: string }) {
  const t = useTranslations('setup');
  const w = useTranslations('words.action');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { data, error, refetch, isFetching } = useQuery(
    trpc.setup.read.queryOptions({ token }, { meta: { shows: {} } }),
  );

  if (error) {
    return (
      <Entrance title={t('title')}>
        <ErrorState
          title={errorText(error)}
          retryLabel={w('retry')}
          onRetry={() => void refetch()}
          pending={isFetching}
          className="p-0"
        />
      </Entrance>
    );
  }
  if (!data) {
    return (
      <Entrance title={t('title')}>
        <Spinner label={t('loading')} />
      </Entrance>
    );
  }
  if (data.open) {
    return (
      <Entrance title={t('title')} description={t('description')}>
        <SetupForm token={token} />
      </Entrance>
    );
  }
  if (data.needed) {
    const description = t.rich('closedDescription', {
      command: () => <code>npm run cli -- setup-link</code>,
    });
    return (
      <Entrance title={t('closedTitle')} description={description}>
        {null}
      </Entrance>
    );
  }
  return (
    <Entrance title={t('doneTitle')} description={t('doneDescription')}>
      <Button asChild variant="primary" size="lg">
        <Link href="/sign-in">{t('toSignIn')}</Link>
      </Button>
    </Entrance>
  );
}
