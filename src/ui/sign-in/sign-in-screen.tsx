'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Input } from '#ui/kit/input.tsx';
import { Field } from '#ui/shared/field.tsx';
import { Entrance } from './entrance.tsx';
import { openSession, type Refusal } from './open-session.ts';
import { PasswordInput } from './password-input.tsx';

type Missing = { email: boolean; password: boolean };
const nothingMissing: Missing = { email: false, password: false };

/** `next` is a path of this site, already checked. */
export function SignInScreen({ next }: { next: string }) {
  const t = useTranslations('auth');
  const [pending, setPending] = useState(false);
  const [missing, setMissing] = useState(nothingMissing);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Read from the fields themselves: password managers fill them without telling React.
    const given = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const lacks = { email: given.email === '', password: given.password === '' };
    setMissing(lacks);
    setRefusal(null);
    if (lacks.email) return email.current?.focus();
    if (lacks.password) return password.current?.focus();
    setPending(true);
    const refused = await openSession(given.email, given.password);
    // A full load, so that nothing fetched before the sign-in stays.
    if (refused === null) return window.location.assign(next);
    setPending(false);
    setRefusal(refused);
    password.current?.select();
  };

  return (
    <Entrance title={t('title')} description={t('description')} footer={t('forgot')}>
      <NotSetUp />
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {refusal ? <Alert tone="danger">{t(`refused.${refusal.code}`, refusal)}</Alert> : null}
        <Field label={t('email')} error={missing.email ? t('emailMissing') : undefined}>
          {(field) => (
            <Input
              {...field}
              ref={email}
              name="email"
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              maxLength={254}
              autoFocus
            />
          )}
        </Field>
        <Field label={t('password')} error={missing.password ? t('passwordMissing') : undefined}>
          {(field) => (
            <PasswordInput {...field} ref={password} name="password" autoComplete="current-password" />
          )}
        </Field>
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {t('submit')}
        </Button>
      </form>
    </Entrance>
  );
}

// Somebody who just installed Kansli must not stand before a door without a key.
function NotSetUp() {
  const t = useTranslations('auth.notSetUp');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.read.queryOptions({}, { meta: { shows: {} } }));
  if (!data?.needed) return null;
  return (
    <Alert tone="info" title={t('title')}>
      {t.rich('description', { command: () => <code>npm run cli -- setup-link</code> })}
    </Alert>
  );
}
