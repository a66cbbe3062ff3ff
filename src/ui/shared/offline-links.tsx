'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Alert } from '#ui/kit/alert.tsx';

/** Without a network a link would end on the browser's own error page: one stays here instead, and is told why. */
export function OfflineLinks() {
  const t = useTranslations('errors');
  const [told, setTold] = useState(false);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (navigator.onLine || event.defaultPrevented || event.button !== 0) return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return;
      // A jump within the page needs no network.
      if (link.pathname === window.location.pathname && link.hash !== '') return;
      event.preventDefault();
      event.stopPropagation();
      setTold(true);
    };
    const onBack = () => setTold(false);
    document.addEventListener('click', onClick, true);
    window.addEventListener('online', onBack);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('online', onBack);
    };
  }, []);
  // Not a message at the edge: what shows those may not have been fetched yet, and cannot be now.
  return told ? (
    <Alert tone="danger" className="fixed inset-x-4 bottom-20 z-50 mx-auto max-w-md shadow-lg md:bottom-4">
      {t('offlineLink')}
    </Alert>
  ) : null;
}
