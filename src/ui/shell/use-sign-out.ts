'use client';
import { useTranslations } from 'next-intl';
import { toast } from '#ui/kit/toaster.tsx';

export function useSignOut(onSignOut: () => Promise<void>): () => void {
  const t = useTranslations('shell.user');
  return () => {
    onSignOut().catch(() => toast.error(t('signOutFailed')));
  };
}
