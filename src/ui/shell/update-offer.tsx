'use client';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { declineOffer, rememberOffer } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { EdgeNotice } from '#ui/shared/edge-notice.tsx';
import { useOfferedVersion } from '#ui/shared/use-offered-version.ts';

/** After an update an old page may miss pieces or say what the server no longer understands. Nothing reloads by itself. */
export function UpdateOffer() {
  const t = useTranslations('shell.update');
  if (!useOfferedVersion()) return null;
  const reload = () => {
    rememberOffer();
    window.location.reload();
  };
  return (
    <EdgeNotice text={t('text')}>
      <Button variant="primary" onClick={reload}>
        <RotateCw aria-hidden />
        {t('reload')}
      </Button>
      <Button onClick={declineOffer}>{t('later')}</Button>
    </EdgeNotice>
  );
}
