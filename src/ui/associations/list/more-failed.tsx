'use client';
import { useTranslations } from 'next-intl';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';

type Props = { retry: () => void; pending: boolean };

/** Below the rows that are there, when the next ones did not come. */
export function MoreFailed({ retry, pending }: Props) {
  const t = useTranslations('associations.list');
  const w = useTranslations('words.action');
  return (
    <Alert
      tone="danger"
      className="m-4"
      action={
        <Button size="sm" onClick={retry} pending={pending}>
          {w('retry')}
        </Button>
      }
    >
      {t('moreFailed')}
    </Alert>
  );
}
