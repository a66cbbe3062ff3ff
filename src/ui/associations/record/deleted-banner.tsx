'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useCan } from '#ui/shared/use-can.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { type AssociationRecord, useRefreshAssociations } from './use-record.ts';
import { useTrashedText } from './use-trashed-text.ts';

/** `typed`: somebody has the record open in a form, and what they wrote is still there. */
export function DeletedBanner({ record, typed }: { record: AssociationRecord; typed?: boolean }) {
  const t = useTranslations('associations.record');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const errorText = useErrorText();
  const mayRestore = useCan()('association.delete');
  const restore = useMutation(
    trpc.association.restore.mutationOptions({
      onSuccess: () => toast.success(t('restored', { name: record.name })),
      onError: (error) => toast.error(errorText(error)),
      onSettled: refresh,
    }),
  );
  const said = useTrashedText(record);
  if (!record.deletedAt) return null;
  return (
    <Alert
      tone="attention"
      title={t('inTrash')}
      action={
        mayRestore ? (
          <Button pending={restore.isPending} onClick={() => restore.mutate({ id: record.id })}>
            {t('restore')}
          </Button>
        ) : null
      }
    >
      {typed ? t('inTrashWhileTyping', { said }) : `${said} ${t('inTrashText')}`}
    </Alert>
  );
}
