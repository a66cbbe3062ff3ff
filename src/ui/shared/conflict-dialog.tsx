'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '#ui/kit/dialog.tsx';

export type Side = 'mine' | 'theirs';
export type ConflictField = { key: string; label: string; mine: ReactNode; theirs: ReactNode };

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Who saved in the meantime, and when. */
  last?: { by: string | null; at: Date } | null;
  fields: ConflictField[];
  onResolve: (choice: Record<string, Side>) => void;
  pending?: boolean;
};

/** Both values of every field that two people changed. Their value is chosen at first: nothing is overwritten by habit. */
export function ConflictDialog({ open, onOpenChange, last, fields, onResolve, pending }: Props) {
  const t = useTranslations('words');
  const { dateTime } = useFormatter();
  const [choice, setChoice] = useState<Record<string, Side>>({});
  const all = (side: Side) => setChoice(Object.fromEntries(fields.map((field) => [field.key, side])));
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent closeLabel={t('action.close')} className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t('conflict.title')}</DialogTitle>
          <DialogDescription>
            {last
              ? t('conflict.descriptionAt', {
                  who: last.by ?? t('conflict.someone'),
                  at: dateTime(last.at, 'dateTime'),
                })
              : t('conflict.description', { who: t('conflict.someone') })}
          </DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-4">
          {fields.map((field) => (
            <fieldset key={field.key} className="flex flex-col gap-1.5">
              <legend className="mb-1.5 font-medium text-sm">{field.label}</legend>
              <div className="grid gap-2 sm:grid-cols-2">
                {(['theirs', 'mine'] as const).map((side) => (
                  <Choice
                    key={side}
                    name={field.key}
                    title={t(side === 'mine' ? 'conflict.yours' : 'conflict.theirs')}
                    value={field[side]}
                    emptyText={t('conflict.emptyValue')}
                    checked={(choice[field.key] ?? 'theirs') === side}
                    onChoose={() => setChoice((old) => ({ ...old, [field.key]: side }))}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </DialogBody>
        <DialogFooter className="sm:justify-between">
          <div className="flex gap-2">
            <Button variant="ghost" onClick={() => all('theirs')}>
              {t('conflict.allTheirs')}
            </Button>
            <Button variant="ghost" onClick={() => all('mine')}>
              {t('conflict.allMine')}
            </Button>
          </div>
          <Button
            variant="primary"
            pending={pending}
            onClick={() =>
              onResolve(Object.fromEntries(fields.map(({ key }) => [key, choice[key] ?? 'theirs'])))
            }
          >
            {t('conflict.save')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

type ChoiceProps = {
  name: string;
  title: string;
  value: ReactNode;
  emptyText: string;
  checked: boolean;
  onChoose: () => void;
};

function Choice({ name, title, value, emptyText, checked, onChoose }: ChoiceProps) {
  const empty = value === null || value === undefined || value === '';
  return (
    <label
      className={cn(
        'flex cursor-pointer items-start gap-3 rounded-lg border p-3 has-focus-visible:outline-2 has-focus-visible:outline-ring',
        checked ? 'border-primary bg-primary-soft' : 'hover:bg-accent',
      )}
    >
      <input
        type="radio"
        name={`conflict-${name}`}
        checked={checked}
        onChange={onChoose}
        className="mt-0.5 size-4 accent-primary outline-none"
      />
      <span className="flex min-w-0 flex-col gap-0.5">
        <span className="text-muted-foreground text-xs">{title}</span>
        <span className={cn('break-words', empty && 'text-muted-foreground italic')}>
          {empty ? emptyText : value}
        </span>
      </span>
    </label>
  );
}
