'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef } from 'react';
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
import { CopyButton } from '#ui/shared/copy-button.tsx';
import { Field } from '#ui/shared/field.tsx';

export type OneTimeLink = { path: string; expiresAt: Date; name: string; purpose: 'account' | 'password' };

/** Shows a link the only time there is one to show. */
export function LinkDialog({ link, onClose }: { link: OneTimeLink | null; onClose: () => void }) {
  const t = useTranslations('users.linkDialog');
  const w = useTranslations('words.action');
  const { dateTime } = useFormatter();
  const input = useRef<HTMLInputElement>(null);
  if (!link) return null;
  const url = `${window.location.origin}${link.path}`;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        closeLabel={w('close')}
        className="max-w-lg"
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          input.current?.select();
        }}
      >
        <DialogHeader>
          <DialogTitle>{t(link.purpose === 'account' ? 'inviteTitle' : 'passwordTitle')}</DialogTitle>
          <DialogDescription>{t('description', { name: link.name })}</DialogDescription>
        </DialogHeader>
        <DialogBody>
          <Field label={t('label')} hint={t('expires', { date: dateTime(link.expiresAt, 'dateTime') })}>
            {(field) => (
              <div className="flex items-center gap-2">
                <Input
                  {...field}
                  ref={input}
                  readOnly
                  value={url}
                  onFocus={(event) => event.target.select()}
                  className="font-mono"
                />
                <CopyButton value={url} label={t('copy')} />
              </div>
            )}
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
