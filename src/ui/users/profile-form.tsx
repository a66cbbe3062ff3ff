'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { toast } from '#ui/kit/toast.ts';
import { PersonNameField } from '#ui/shared/account-fields.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import type { Me } from '#ui/shared/use-me.ts';
import { useAccountsChanged } from './use-accounts-changed.ts';

export function ProfileForm({ me }: { me: Me }) {
  const t = useTranslations('profile');
  const w = useTranslations('words');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const changed = useAccountsChanged();
  const [name, setName] = useState(me.name);
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useMutation(
    trpc.user.updateProfile.mutationOptions({
      onSuccess: () => {
        toast.success(t('saved'));
        changed();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') mutate({ name });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
      <PersonNameField
        own
        label={t('name')}
        hint={t('nameHint')}
        error={missing ? t('nameMissing') : undefined}
        value={name}
        onChange={setName}
      />
      <dl className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-0.5">
          <dt className="font-medium text-sm">{t('email')}</dt>
          <dd className="break-all text-sm">{me.email}</dd>
          <dd className="text-muted-foreground text-xs">{t('emailHint')}</dd>
        </div>
        <div className="flex flex-col gap-0.5">
          <dt className="font-medium text-sm">{t('role')}</dt>
          <dd className="text-sm">{w(`role.${me.role}`)}</dd>
        </div>
      </dl>
      <Button type="submit" variant="primary" pending={isPending} className="self-start">
        {w('action.save')}
      </Button>
    </form>
  );
}
