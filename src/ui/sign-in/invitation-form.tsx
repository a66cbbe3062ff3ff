'use client';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Input } from '#ui/kit/input.tsx';
import { PersonNameField } from '#ui/shared/account-fields.tsx';
import { Field } from '#ui/shared/field.tsx';
import { openSession } from './open-session.ts';
import { PasswordInput } from './password-input.tsx';
import { focusFirstError, useEntranceForm } from './use-entrance-form.ts';

type Props = {
  token: string;
  invitation: { email: string; name: string; purpose: 'account' | 'password' };
};

export function InvitationForm({ token, invitation }: Props) {
  const { email, purpose } = invitation;
  const t = useTranslations('auth');
  const locale = useLocale();
  const trpc = useTRPC();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const { errors, setErrors, passwordError, refuse } = useEntranceForm();
  const { mutate, isPending, isSuccess } = useMutation(
    trpc.invitation.accept.mutationOptions({
      onError: refuse,
      onSuccess: async () => {
        const refused = await openSession(email, password);
        window.location.assign(refused ? '/sign-in' : '/');
      },
    }),
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      ...(name.trim() ? {} : { name: t('nameMissing') }),
      password: passwordError(password, [name, email]),
    };
    setErrors(found);
    if (Object.values(found).some(Boolean)) return focusFirstError(form.current);
    mutate({ token, password, locale, ...(purpose === 'account' ? { name } : {}) });
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
      {errors.form ? <Alert tone="danger">{errors.form}</Alert> : null}
      <Field label={t('email')}>
        {/* Read-only and not disabled, so that password managers see whose password this is. */}
        {(field) => (
          <Input
            {...field}
            type="email"
            value={email}
            readOnly
            autoComplete="username"
            className="bg-muted"
          />
        )}
      </Field>
      {purpose === 'account' ? (
        <PersonNameField
          own
          label={t('invitation.name')}
          error={errors.name}
          value={name}
          onChange={setName}
        />
      ) : null}
      <Field
        label={t('invitation.newPassword')}
        hint={errors.password ? undefined : t('passwordHint')}
        error={errors.password}
      >
        {(field) => (
          <PasswordInput
            {...field}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="new-password"
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending || isSuccess}>
        {t(purpose === 'account' ? 'invitation.accept' : 'invitation.setPassword')}
      </Button>
    </form>
  );
}
