'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { useRefreshAssociations } from '#ui/associations/record/use-record.ts';
import { toast } from '#ui/kit/toast.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';

/** Make primary, and delete with undo. */
export function useContactActions(id: string, name: string) {
  const t = useTranslations('contacts');
  const w = useTranslations('words.action');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const errorText = useErrorText();
  const shared = { onError: (error: unknown) => toast.error(errorText(error)), onSettled: refresh };
  const primary = useMutation(
    trpc.contact.setPrimary.mutationOptions({
      ...shared,
      onSuccess: () => toast.success(t('primaryNow', { name })),
    }),
  );
  const restore = useMutation(
    trpc.contact.restore.mutationOptions({
      ...shared,
      onSuccess: () => toast.success(t('restored', { name })),
    }),
  );
  const remove = useMutation(
    trpc.contact.delete.mutationOptions({
      ...shared,
      onSuccess: () =>
        toast.success(t('deleted', { name }), {
          action: { label: w('undo'), onClick: () => restore.mutate({ id }) },
        }),
    }),
  );
  return { makePrimary: () => primary.mutate({ id }), remove: () => remove.mutate({ id }) };
}
