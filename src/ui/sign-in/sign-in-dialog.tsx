'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { tellSessionRenewed, useTRPCClient } from '#api/client.tsx';
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
import { Input } from '#ui/kit/input.tsx';
import { Field } from '#ui/shared/field.tsx';
import { useMe } from '#ui/shared/use-me.ts';
import { openSession, type Refusal } from './open-session.ts';
import { PasswordInput } from './password-input.tsx';

/** Asks the same person to sign in again over the page, when the session has ended: what was typed below it stays. */
export function SignInDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('auth');
  const again = useTranslations('auth.again');
  const w = useTranslations('words.action');
  const me = useMe();
  const renew = useRenewedSession(me.id);
  const password = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  // Signed in again in another tab: then this one need not ask.
  useEffect(() => {
    const look = () => void renew().catch(() => undefined);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [renew]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The dialog stands inside other forms as far as React is concerned.
    event.stopPropagation();
    const given = password.current?.value ?? '';
    setMissing(given === '');
    setRefusal(null);
    if (given === '') return password.current?.focus();
    setPending(true);
    const refused = await openSession(me.email, given);
    setPending(false);
    if (refused === null) return renew();
    setRefusal(refused);
    password.current?.select();
  };

  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        closeLabel={w('close')}
        className="max-w-md"
        onInteractOutside={(event) => event.preventDefault()}
      >
        <form method="post" noValidate onSubmit={submit} className="flex min-h-0 flex-col">
          <DialogHeader>
            <DialogTitle>{again('title')}</DialogTitle>
            <DialogDescription>{again('description')}</DialogDescription>
          </DialogHeader>
          <DialogBody className="flex flex-col gap-4">
            {refusal ? <Alert tone="danger">{t(`refused.${refusal.code}`, refusal)}</Alert> : null}
            <Field label={t('email')}>
              {(field) => <Input {...field} value={me.email} readOnly autoComplete="username" />}
            </Field>
            <Field label={t('password')} error={missing ? t('passwordMissing') : undefined}>
              {(field) => (
                <PasswordInput {...field} ref={password} autoFocus autoComplete="current-password" />
              )}
            </Field>
          </DialogBody>
          <DialogFooter>
            <Button asChild>
              <a href="/sign-in">{again('other')}</a>
            </Button>
            <Button type="submit" variant="primary" pending={pending}>
              {t('submit')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** Takes the page up again once somebody is signed in; another person than before gets a page of their own. */
function useRenewedSession(userId: string): () => Promise<void> {
  const wire = useTRPCClient();
  const queries = useQueryClient();
  return useCallback(async () => {
    const now = await wire.user.me.query({});
    if (now.id !== userId) return window.location.reload();
    tellSessionRenewed();
    void queries.invalidateQueries();
  }, [wire, queries, userId]);
}
