'use client';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { Button } from '#ui/kit/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useCan } from '#ui/shared/use-can.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { type AssociationRecord, useRefreshAssociations } from './use-record.ts';

/** For those who may: asks once, and offers to undo. */
export function DeleteAssociation({ record }: { record: AssociationRecord }) {
  const { id, name } = record;
  const t = useTranslations('associations.record');
  const w = useTranslations('words.action');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const failed = (error: unknown) => toast.error(errorText(error));
  const restore = useMutation(
    trpc.association.restore.mutationOptions({
      onSuccess: () => toast.success(t('restored', { name })),
      onError: failed,
      onSettled: refresh,
    }),
  );
  const remove = useMutation(
    trpc.association.delete.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast.success(t('deleted', { name }), {
          action: { label: w('undo'), onClick: () => restore.mutate({ id }) },
        });
      },
      onError: failed,
      onSettled: refresh,
    }),
  );
  if (!useCan()('association.delete')) return null;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="icon" variant="ghost" aria-label={t('more')}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem destructive onSelect={() => setAsking(true)}>
            <Trash2 aria-hidden />
            {t('delete')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('deleteTitle', { name })}
        description={t('deleteText')}
        confirmLabel={t('delete')}
        cancelLabel={w('cancel')}
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ id })}
      />
    </>
  );
}
