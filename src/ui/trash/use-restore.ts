'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';

/** Takes an association back from the trash; the toast can put it there again. */
export function useRestore({ id, name }: { id: string; name: string }) {
  const t = useTranslations('trash');
  const w = useTranslations('words.action');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const refresh = () => queries.invalidateQueries(trpc.association.pathFilter());
  const onError = (error: unknown) => toast.error(errorText(error));
  const remove = useMutation(
    trpc.association.delete.mutationOptions({
      onSuccess: () => {
        toast.success(t('deletedAgain', { name }));
        return refresh();
      },
      onError,
    }),
  );
  const restore = useMutation(
    trpc.association.restore.mutationOptions({
      onSuccess: () => {
        toast.success(t('restored', { name }), {
          action: { label: w('undo'), onClick: () => remove.mutate({ id }) },
        });
        return refresh();
      },
      onError,
    }),
  );
  return { restore: () => restore.mutate({ id }), pending: restore.isPending };
}
