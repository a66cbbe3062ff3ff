'use client';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '#ui/kit/dialog.tsx';
import { Kbd } from '#ui/kit/kbd.tsx';

const KEYS = {
  general: [
    ['palette', 'Ctrl', 'K'],
    ['help', '?'],
    ['goAssociations', 'G', 'then', 'F'],
    ['goMunicipalities', 'G', 'then', 'K'],
    ['goImports', 'G', 'then', 'I'],
    ['escape', 'Esc'],
  ],
  lists: [
    ['search', '/'],
    ['down', 'J'],
    ['up', 'K'],
    ['open', 'Enter'],
    ['select', 'X'],
  ],
} as const;

export function KeysDialog({ close }: { close: () => void }) {
  const t = useTranslations('shell.keys');
  const w = useTranslations('words.action');
  return (
    <Dialog open onOpenChange={close}>
      <DialogContent closeLabel={w('close')} className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <DialogBody className="grid gap-x-8 gap-y-4 pb-6 sm:grid-cols-2">
          {(['general', 'lists'] as const).map((section) => (
            <section key={section}>
              <h3 className="pb-2 font-medium text-muted-foreground text-xs">{t(section)}</h3>
              <dl>
                {KEYS[section].map(([name, ...keys]) => (
                  <div
                    key={name}
                    className="flex min-h-8 items-center justify-between gap-4 border-b last:border-b-0"
                  >
                    <dt>{t(name)}</dt>
                    <dd className="flex items-center gap-1 text-muted-foreground text-xs">
                      {keys.map((key) =>
                        key === 'then' ? (
                          <Fragment key={key}>{t('then')}</Fragment>
                        ) : (
                          <Kbd key={key}>{key}</Kbd>
                        ),
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
