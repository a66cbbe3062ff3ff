'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { toast } from '#ui/kit/toaster.tsx';

/** Without a network a link would end on the browser's own error page: one stays here instead, and is told why. */
export function OfflineLinks() {
  const t = useTranslations('errors');
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (navigator.onLine || event.defaultPrevented || event.button !== 0) return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return;
      // A jump within the page needs no network.
      if (link.pathname === window.location.pathname && link.hash !== '') return;
      event.preventDefault();
      event.stopPropagation();
      toast.error(t('offlineLink'), { id: 'offline-link' });
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [t]);
  return null;
}
