'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { toast } from '#ui/kit/toast.ts';
import { Field } from '#ui/shared/field.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import type { Me } from '#ui/shared/use-me.ts';
import { PasswordInput } from '#ui/sign-in/password-input.tsx';
import { focusFirstError, useEntranceForm } from '#ui/sign-in/use-entrance-form.ts';

const empty = { currentPassword: '', newPassword: '' };

export function PasswordForm({ me }: { me: Me }) {
  const t = useTranslations('profile.password');
  const hint = useTranslations('auth')('passwordHint');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState(empty);
  const [errors, setErrors] = useState<{ current?: string; fresh?: string; form?: string }>({});
  const { passwordError } = useEntranceForm();
  const { mutate, isPending } = useMutation(
    trpc.user.changePassword.mutationOptions({
      onSuccess: ({ sessionsEnded, signedOut }) => {
        if (signedOut) return window.location.assign('/sign-in?next=/profile');
        setGiven(empty);
        toast.success(t('changed', { count: sessionsEnded }));
      },
      onError: (error) => {
        const field = error.data?.kansli.details.field;
        const text = errorText(error);
        setErrors(field === 'currentPassword' ? { current: text } : field ? { fresh: text } : { form: text });
        focusFirstError(form.current);
      },
    }),
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      current: given.currentPassword === '' ? t('missing') : undefined,
      fresh: passwordError(given.newPassword, [me.name, me.email]),
    };
    setErrors(found);
    if (found.current || found.fresh) return focusFirstError(form.current);
    mutate(given);
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-muted-foreground text-sm">{t('description')}</p>
      {errors.form ? <Alert tone="danger">{errors.form}</Alert> : null}
      {/* So that a password manager knows whose password is being changed. */}
      <input type="text" name="username" autoComplete="username" defaultValue={me.email} hidden />
      <Field label={t('current')} error={errors.current}>
        {(field) => (
          <PasswordInput
            {...field}
            value={given.currentPassword}
            onChange={(event) => setGiven({ ...given, currentPassword: event.target.value })}
            autoComplete="current-password"
          />
        )}
      </Field>
      <Field label={t('new')} hint={errors.fresh ? undefined : hint} error={errors.fresh}>
        {(field) => (
          <PasswordInput
            {...field}
            value={given.newPassword}
            onChange={(event) => setGiven({ ...given, newPassword: event.target.value })}
            autoComplete="new-password"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={isPending} className="self-start">
        {t('submit')}
      </Button>
    </form>
  );
}
