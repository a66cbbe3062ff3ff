'use client';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { isEmailAddress } from '#lib/email-address.ts';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import { EmailField, PersonNameField } from '#ui/shared/account-fields.tsx';
import { Field } from '#ui/shared/field.tsx';
import { openSession } from './open-session.ts';
import { PasswordInput } from './password-input.tsx';
import { focusFirstError, useEntranceForm } from './use-entrance-form.ts';

export function SetupForm({ token }: { token: string }) {
  const t = useTranslations('setup');
  const words = useTranslations('auth');
  const locale = useLocale();
  const trpc = useTRPC();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState({ name: '', email: '', password: '', loadSample: false });
  const { errors, setErrors, passwordError, refuse } = useEntranceForm();
  const { mutate, isPending, isSuccess } = useMutation(
    trpc.setup.complete.mutationOptions({
      onError: refuse,
      onSuccess: async ({ email }) => {
        const refused = await openSession(email, given.password);
        window.location.assign(refused ? '/sign-in' : '/');
      },
    }),
  );
  const set = (patch: Partial<typeof given>) => setGiven((before) => ({ ...before, ...patch }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const email = given.email.trim().toLowerCase();
    const found = {
      ...(given.name.trim() ? {} : { name: words('nameMissing') }),
      ...(isEmailAddress(email) ? {} : { email: words(email ? 'emailWrong' : 'emailMissing') }),
      password: passwordError(given.password, [given.name, email]),
    };
    setErrors(found);
    if (Object.values(found).some(Boolean)) return focusFirstError(form.current);
    mutate({ ...given, email, token, locale });
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
      {errors.form ? <Alert tone="danger">{errors.form}</Alert> : null}
      <PersonNameField
        own
        autoFocus
        label={t('name')}
        error={errors.name}
        value={given.name}
        onChange={(name) => set({ name })}
      />
      <EmailField
        own
        label={t('email')}
        hint={t('emailHint')}
        error={errors.email}
        value={given.email}
        onChange={(email) => set({ email })}
      />
      <Field
        label={t('password')}
        hint={errors.password ? undefined : words('passwordHint')}
        error={errors.password}
      >
        {(field) => (
          <PasswordInput
            {...field}
            value={given.password}
            onChange={(event) => set({ password: event.target.value })}
            autoComplete="new-password"
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('start')}</legend>
        <Choice
          title={t('empty')}
          hint={t('emptyHint')}
          checked={!given.loadSample}
          onChoose={() => set({ loadSample: false })}
        />
        <Choice
          title={t('sample')}
          hint={t('sampleHint')}
          checked={given.loadSample}
          onChoose={() => set({ loadSample: true })}
        />
      </fieldset>
      <Button type="submit" variant="primary" size="lg" pending={isPending || isSuccess}>
        {t('submit')}
      </Button>
    </form>
  );
}

type ChoiceProps = { title: string; hint: string; checked: boolean; onChoose: () => void };

function Choice({ title, hint, checked, onChoose }: ChoiceProps) {
  return (
    <label
      className={cn(
        'flex cursor-pointer items-start gap-3 rounded-lg border p-3 has-focus-visible:outline-2 has-focus-visible:outline-ring',
        checked ? 'border-primary bg-primary-soft text-primary-soft-foreground' : 'hover:bg-accent',
      )}
    >
      <input
        type="radio"
        name="start"
        checked={checked}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-primary outline-none"
      />
      <span className="flex flex-col">
        <span className="font-medium">{title}</span>
        <span className={cn('text-xs', !checked && 'text-muted-foreground')}>{hint}</span>
      </span>
    </label>
  );
}
