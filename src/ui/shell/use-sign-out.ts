'use client';
import { useTranslations } from 'next-intl';
import { toast } from '#ui/kit/toast.ts';
import { forgetAllKept } from '#ui/shared/kept-texts.ts';

export function useSignOut(): () => void {
  const t = useTranslations('shell.user');
  return () => {
    signOut().catch(() => toast.error(t('signOutFailed')));
  };
}

async function signOut(): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error(`sign-out answered ${response.status}`);
  forgetAllKept();
  // A full load, so that nothing of the person's data stays in this page's memory.
  window.location.assign('/sign-in');
}
