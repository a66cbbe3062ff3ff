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
import { InvitationForm } from './invitation-form.tsx';

export function InvitationScreen({ token }: { token: string }) {
  const t = useTranslations('auth.invitation');
  const w = useTranslations('words.action');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { data, error, refetch, isFetching } = useQuery(
    trpc.invitation.read.queryOptions({ token }, { meta: { shows: {} } }),
  );

  if (data) {
    return (
      <Entrance title={t(`${data.purpose}Title`)} description={t(`${data.purpose}Description`)}>
        <InvitationForm token={token} invitation={data} />
      </Entrance>
    );
  }
  const status = error?.data?.httpStatus;
  if (error && (status === undefined || status >= 500)) {
    return (
      <Entrance title={t('accountTitle')}>
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
  if (error) {
    return (
      <Entrance title={t('deadTitle')} description={t('deadDescription')}>
        <Button asChild variant="primary" size="lg">
          <Link href="/sign-in">{t('toSignIn')}</Link>
        </Button>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('accountTitle')}>
      <Spinner label={t('loading')} />
    </Entrance>
  );
}
