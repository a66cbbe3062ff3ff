'use client';
import { useMutation } from '@tanstack/react-query';
import { KeyRound, MoreHorizontal, Pencil, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { Button } from '#ui/kit/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { EditUserDialog } from './edit-user-dialog.tsx';
import type { OneTimeLink } from './link-dialog.tsx';
import { useAccountsChanged } from './use-accounts-changed.ts';
import type { UserRow } from './user-row.ts';

type Props = { user: UserRow; oneself: boolean; onLink: (link: OneTimeLink) => void };

export function UserActions({ user, oneself, onLink }: Props) {
  const t = useTranslations('users');
  const w = useTranslations('words.action');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const [open, setOpen] = useState<'edit' | 'disable' | null>(null);
  const { name } = user;
  const changed = useAccountsChanged();
  const onError = (error: unknown) => toast.error(errorText(error));
  const enable = useMutation(
    trpc.user.enable.mutationOptions({
      onError,
      onSettled: changed,
      onSuccess: () => toast.success(t('disableDialog.undone', { name })),
    }),
  );
  const disable = useMutation(
    trpc.user.disable.mutationOptions({
      onError,
      onSettled: () => {
        setOpen(null);
        changed();
      },
      onSuccess: ({ id }) =>
        toast.success(t('disableDialog.done', { name }), {
          action: { label: w('undo'), onClick: () => enable.mutate({ id }) },
        }),
    }),
  );
  const passwordLink = useMutation(
    trpc.invitation.createPasswordLink.mutationOptions({
      onError,
      onSuccess: ({ path, expiresAt }) => {
        changed();
        onLink({ path, expiresAt, name, purpose: 'password' });
      },
    }),
  );

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t('menu', { name })}>
            <MoreHorizontal aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setOpen('edit')}>
            <Pencil aria-hidden />
            {t('edit')}
          </DropdownMenuItem>
          {user.disabledAt || oneself ? null : (
            <DropdownMenuItem onSelect={() => passwordLink.mutate({ id: user.id })}>
              <KeyRound aria-hidden />
              {t('passwordLink')}
            </DropdownMenuItem>
          )}
          {oneself ? null : <DropdownMenuSeparator />}
          {user.disabledAt ? (
            <DropdownMenuItem onSelect={() => enable.mutate({ id: user.id })}>
              <UserRoundCheck aria-hidden />
              {t('enable')}
            </DropdownMenuItem>
          ) : null}
          {user.disabledAt || oneself ? null : (
            <DropdownMenuItem destructive onSelect={() => setOpen('disable')}>
              <UserRoundX aria-hidden />
              {t('disable')}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {open === 'edit' ? <EditUserDialog user={user} onClose={() => setOpen(null)} /> : null}
      <AlertDialog
        open={open === 'disable'}
        onOpenChange={(now) => !now && setOpen(null)}
        title={t('disableDialog.title', { name })}
        description={t('disableDialog.description')}
        confirmLabel={t('disable')}
        cancelLabel={w('cancel')}
        pending={disable.isPending}
        onConfirm={() => disable.mutate({ id: user.id })}
      />
    </>
  );
}
