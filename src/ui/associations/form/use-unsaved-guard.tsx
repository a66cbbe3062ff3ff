'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';

/** Asks before what was typed is left: on closing the tab, on a link, on Back, and through `leave`. `giveUp` throws it away. */
export function useUnsavedGuard(
  dirty: boolean,
  giveUp: () => void,
): { leave: (go: () => void) => void; question: ReactNode } {
  const t = useTranslations('associations.form');
  const [waiting, setWaiting] = useState<{ go: () => void } | null>(null);
  // Once the person has said yes, the browser's own question would only repeat it.
  const agreed = useRef(false);

  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!agreed.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
      if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || !plain) return;
      if (link.origin !== window.location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      setWaiting({ go: () => window.location.assign(link.href) });
    };
    // Back and Forward are stopped before they happen; `popstate` would come when the router has acted already.
    const onNavigate = (event: NavigateEvent) => {
      if (agreed.current || event.navigationType !== 'traverse' || !event.cancelable) return;
      const { key } = event.destination;
      event.preventDefault();
      setWaiting({ go: () => void window.navigation.traverseTo(key) });
    };
    const navigation = 'navigation' in window ? window.navigation : null;
    navigation?.addEventListener('navigate', onNavigate);
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      navigation?.removeEventListener('navigate', onNavigate);
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [dirty]);

  const question = waiting ? (
    <AlertDialog
      open
      onOpenChange={(open) => open || setWaiting(null)}
      title={t('leaveTitle')}
      description={t('leaveText')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      onConfirm={() => {
        agreed.current = true;
        giveUp();
        waiting.go();
      }}
    />
  ) : null;
  return { leave: (go) => (dirty ? setWaiting({ go }) : go()), question };
}
