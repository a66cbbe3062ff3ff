'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import type { Role } from '#domain/permissions.ts';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '#ui/kit/dialog.tsx';
import { toast } from '#ui/kit/toast.ts';
import { PersonNameField } from '#ui/shared/account-fields.tsx';
import { ConflictDialog, type Side } from '#ui/shared/conflict-dialog.tsx';
import { Field } from '#ui/shared/field.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { RoleSelect } from './role-select.tsx';
import { useAccountsChanged } from './use-accounts-changed.ts';
import type { UserRow } from './user-row.ts';

type Saved = { name: string; role: Role; version: number };
type Props = { user: UserRow; onClose: () => void };

export function EditUserDialog({ user, onClose }: Props) {
  const t = useTranslations('users.editDialog');
  const w = useTranslations('words.action');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const changed = useAccountsChanged();
  const [name, setName] = useState(user.name);
  const [role, setRole] = useState(user.role);
  const [missing, setMissing] = useState(false);
  const [theirs, setTheirs] = useState<Saved | null>(null);
  const { mutate, isPending, error } = useMutation(
    trpc.user.update.mutationOptions({
      onSuccess: (saved) => {
        changed();
        toast.success(t('saved', { name: saved.name }));
        onClose();
      },
      onError: (refused) => {
        const current = refused.data?.kansli.details.current;
        if (refused.data?.kansli.messageKey === 'changedMeanwhile') setTheirs(current as Saved);
      },
    }),
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') mutate({ id: user.id, version: user.version, name, role });
  };

  if (theirs) {
    const pick = <K extends 'name' | 'role'>(side: Side | undefined, key: K, mine: Saved[K]): Saved[K] =>
      side === 'mine' ? mine : theirs[key];
    return (
      <UserConflict
        mine={{ name, role }}
        theirs={theirs}
        pending={isPending}
        onClose={onClose}
        onResolve={(choice) =>
          mutate({
            id: user.id,
            version: theirs.version,
            name: pick(choice.name, 'name', name),
            role: pick(choice.role, 'role', role),
          })
        }
      />
    );
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent closeLabel={w('close')} className="max-w-md">
        <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
          <DialogHeader>
            <DialogTitle>{t('title')}</DialogTitle>
            <DialogDescription>{user.email}</DialogDescription>
          </DialogHeader>
          <DialogBody className="flex flex-col gap-4">
            {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
            <PersonNameField
              label={t('name')}
              error={missing ? t('nameMissing') : undefined}
              value={name}
              onChange={setName}
            />
            <Field label={t('role')} hint={t('roleHint')}>
              {(field) => <RoleSelect {...field} value={role} onChange={setRole} />}
            </Field>
          </DialogBody>
          <DialogFooter>
            <Button onClick={onClose}>{w('cancel')}</Button>
            <Button type="submit" variant="primary" pending={isPending}>
              {w('save')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

type ConflictProps = {
  mine: { name: string; role: Role };
  theirs: Saved;
  pending: boolean;
  onClose: () => void;
  onResolve: (choice: Record<string, Side>) => void;
};

function UserConflict({ mine, theirs, pending, onClose, onResolve }: ConflictProps) {
  const t = useTranslations('users.editDialog');
  const w = useTranslations('words.role');
  const fields = [
    { key: 'name', label: t('name'), mine: mine.name, theirs: theirs.name },
    { key: 'role', label: t('role'), mine: w(mine.role), theirs: w(theirs.role) },
  ].filter((field) => field.mine !== field.theirs);
  return (
    <ConflictDialog
      open
      onOpenChange={(open) => !open && onClose()}
      fields={fields}
      onResolve={onResolve}
      pending={pending}
    />
  );
}
