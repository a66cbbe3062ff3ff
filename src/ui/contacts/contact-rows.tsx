'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Control, useFieldArray } from 'react-hook-form';
import { phoneKinds } from '#domain/contacts/rules.ts';
import { Button } from '#ui/kit/button.tsx';
import { Input } from '#ui/kit/input.tsx';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '#ui/kit/select.tsx';
import { FormField } from '#ui/shared/form-field.tsx';
import type { ContactForm } from './contact-values.ts';

const looks = {
  emails: { type: 'email', add: 'form.addEmail', number: 'form.emailNumber', mode: 'email' },
  links: { type: 'url', add: 'form.addLink', number: 'form.linkNumber', mode: 'url' },
} as const;

type RowsProps = { control: Control<ContactForm>; name: 'emails' | 'links' };

export function TextRows({ control, name }: RowsProps) {
  const t = useTranslations('contacts');
  const { fields, append, remove } = useFieldArray({ control, name });
  const look = looks[name];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t(`fields.${name}`)}</legend>
      {fields.map((row, index) => (
        <div key={row.id} className="flex items-start gap-2">
          <FormField
            control={control}
            name={`${name}.${index}.value`}
            className="flex-1 [&>div:first-child]:sr-only"
            label={t(look.number, { number: index + 1 })}
            render={(field) => (
              <Input {...field} type="text" inputMode={look.mode} autoComplete="off" maxLength={500} />
            )}
          />
          <RemoveRow label={t(look.number, { number: index + 1 })} onRemove={() => remove(index)} />
        </div>
      ))}
      <AddRow label={t(look.add)} onAdd={() => append({ value: '' })} disabled={fields.length >= 20} />
    </fieldset>
  );
}

export function PhoneRows({ control }: { control: Control<ContactForm> }) {
  const t = useTranslations('contacts');
  const { fields, append, remove } = useFieldArray({ control, name: 'phones' });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('fields.phones')}</legend>
      {fields.map((row, index) => (
        <div key={row.id} className="flex items-start gap-2">
          <FormField
            control={control}
            name={`phones.${index}.kind`}
            className="w-28 shrink-0 [&>div:first-child]:sr-only"
            label={t('form.phoneKindNumber', { number: index + 1 })}
            render={({ onChange, value, ref: _, onBlur: __, name: ___, ...field }) => (
              <Select value={value} onValueChange={onChange}>
                <SelectTrigger {...field}>
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {phoneKinds.map((kind) => (
                    <SelectItem key={kind} value={kind}>
                      {t(`phoneKind.${kind}`)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          />
          <FormField
            control={control}
            name={`phones.${index}.number`}
            className="flex-1 [&>div:first-child]:sr-only"
            label={t('form.phoneNumber', { number: index + 1 })}
            render={(field) => (
              <Input
                {...field}
                type="tel"
                autoComplete="off"
                maxLength={60}
                placeholder={t('form.phoneHint')}
              />
            )}
          />
          <RemoveRow label={t('form.phoneNumber', { number: index + 1 })} onRemove={() => remove(index)} />
        </div>
      ))}
      <AddRow
        label={t('form.addPhone')}
        onAdd={() => append({ kind: 'mobile', number: '' })}
        disabled={fields.length >= 20}
      />
    </fieldset>
  );
}

function RemoveRow({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useTranslations('contacts.form');
  return (
    <Button variant="ghost" size="icon" aria-label={t('removeRow', { value: label })} onClick={onRemove}>
      <X aria-hidden />
    </Button>
  );
}

function AddRow({ label, onAdd, disabled }: { label: string; onAdd: () => void; disabled: boolean }) {
  return (
    <Button
      variant="ghost"
      size="sm"
      className="w-fit text-muted-foreground"
      disabled={disabled}
      onClick={onAdd}
    >
      <Plus aria-hidden />
      {label}
    </Button>
  );
}
