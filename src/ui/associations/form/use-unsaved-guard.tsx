'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';

/** Asks before what was typed is left: on closing the tab, on a link, on Back, and through `leave`. */
export function useUnsavedGuard(dirty: boolean): { leave: (go: () => void) => void; question: ReactNode } {
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
    // Back has happened when it is heard of: the step is undone before the router sees it, then the question comes.
    let here = historyIndex();
    let returning = false;
    // The form's own address may come after the first letter: addresses are written a moment late.
    const onEntry = (event: Event) => {
      if ((event as NavigationCurrentEntryChangeEvent).navigationType !== 'traverse') here = historyIndex();
    };
    const onPop = (event: PopStateEvent) => {
      if (agreed.current) return;
      event.stopImmediatePropagation();
      if (returning) {
        returning = false;
        return;
      }
      const by = here === null ? 1 : here - (historyIndex() ?? here - 1);
      if (by === 0) return;
      returning = true;
      window.history.go(by);
      setWaiting({ go: () => window.history.go(-by) });
    };
    const entries = 'navigation' in window ? window.navigation : null;
    entries?.addEventListener('currententrychange', onEntry);
    window.addEventListener('popstate', onPop, true);
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      entries?.removeEventListener('currententrychange', onEntry);
      window.removeEventListener('popstate', onPop, true);
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
        waiting.go();
      }}
    />
  ) : null;
  return { leave: (go) => (dirty ? setWaiting({ go }) : go()), question };
}

/** Which entry of the tab's history is shown, where the browser tells. */
const historyIndex = (): number | null =>
  'navigation' in window ? (window.navigation.currentEntry?.index ?? null) : null;
