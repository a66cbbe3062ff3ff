'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import type { Role } from '#domain/permissions.ts';
import { isEmailAddress } from '#lib/email-address.ts';
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
import { EmailField, PersonNameField } from '#ui/shared/account-fields.tsx';
import { Field } from '#ui/shared/field.tsx';
import { focusFirstError, useEntranceForm } from '#ui/sign-in/use-entrance-form.ts';
import type { OneTimeLink } from './link-dialog.tsx';
import { RoleSelect } from './role-select.tsx';
import { useAccountsChanged } from './use-accounts-changed.ts';

type Props = { onClose: () => void; onLink: (link: OneTimeLink) => void };

/** Mounted while it is open, so that each invitation begins with empty fields. */
export function InviteDialog({ onClose, onLink }: Props) {
  const t = useTranslations('users.inviteDialog');
  const w = useTranslations('words.action');
  const trpc = useTRPC();
  const changed = useAccountsChanged();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState({ name: '', email: '', role: 'user' as Role });
  const { errors, setErrors, refuse } = useEntranceForm();
  const { mutate, isPending } = useMutation(
    trpc.invitation.create.mutationOptions({
      onError: refuse,
      onSuccess: ({ path, expiresAt }) => {
        changed();
        onLink({ path, expiresAt, name: given.name, purpose: 'account' });
      },
    }),
  );
  const set = (patch: Partial<typeof given>) => setGiven((before) => ({ ...before, ...patch }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const email = given.email.trim().toLowerCase();
    const found = {
      ...(given.name.trim() ? {} : { name: t('nameMissing') }),
      ...(isEmailAddress(email) ? {} : { email: t('emailWrong') }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstError(form.current);
    mutate({ ...given, email });
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent closeLabel={w('close')} className="max-w-md">
        <form ref={form} noValidate onSubmit={submit} className="flex min-h-0 flex-col">
          <DialogHeader>
            <DialogTitle>{t('title')}</DialogTitle>
            <DialogDescription>{t('description')}</DialogDescription>
          </DialogHeader>
          <DialogBody className="flex flex-col gap-4">
            {errors.form ? <Alert tone="danger">{errors.form}</Alert> : null}
            <PersonNameField
              label={t('name')}
              error={errors.name}
              value={given.name}
              onChange={(name) => set({ name })}
            />
            <EmailField
              label={t('email')}
              error={errors.email}
              value={given.email}
              onChange={(email) => set({ email })}
            />
            <Field label={t('role')}>
              {(field) => <RoleSelect {...field} value={given.role} onChange={(role) => set({ role })} />}
            </Field>
          </DialogBody>
          <DialogFooter>
            <Button onClick={onClose}>{w('cancel')}</Button>
            <Button type="submit" variant="primary" pending={isPending}>
              {t('submit')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
