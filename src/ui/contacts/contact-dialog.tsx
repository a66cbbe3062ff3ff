'use client';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { contactRoles } from '#domain/contacts/rules.ts';
import type { RecordContact } from '#ui/associations/record/use-record.ts';
import { Button } from '#ui/kit/button.tsx';
import { Checkbox } from '#ui/kit/checkbox.tsx';
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
import { Label } from '#ui/kit/label.tsx';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '#ui/kit/select.tsx';
import { ConflictDialog } from '#ui/shared/conflict-dialog.tsx';
import { FormField } from '#ui/shared/form-field.tsx';
import { SaveFailure } from '#ui/shared/save-failure.tsx';
import { useKeptForm } from '#ui/shared/use-kept-form.ts';
import { PhoneRows, TextRows } from './contact-rows.tsx';
import { type ContactForm, toForm } from './contact-values.ts';
import { useSaveContact } from './use-save-contact.ts';

type Props = {
  associationId: string;
  /** Null makes a new one. */
  contact: RecordContact | null;
  first: boolean;
  onClose: () => void;
};

export function ContactDialog({ associationId, contact, first, onClose }: Props) {
  const t = useTranslations('contacts');
  const w = useTranslations('words.action');
  const form = useForm<ContactForm>({ defaultValues: toForm(contact, first) });
  const { control, handleSubmit, setValue, watch } = form;
  const { forget } = useKeptForm(
    form,
    `contact:${associationId}:${contact ? `${contact.id}:${contact.version}` : 'new'}`,
  );
  // Cancelling throws the text away; so does saving it. Anything else keeps it.
  const close = () => {
    forget();
    onClose();
  };
  const save = useSaveContact({ associationId, contact, form, onDone: close });
  return (
    <Dialog open onOpenChange={(open) => open || close()}>
      <DialogContent
        closeLabel={w('close')}
        // A click beside the dialog must not throw away what was typed.
        onInteractOutside={(event) => form.formState.isDirty && event.preventDefault()}
      >
        <form onSubmit={handleSubmit(save.submit)} noValidate className="flex min-h-0 flex-col">
          <DialogHeader>
            <DialogTitle>{t(contact ? 'form.editTitle' : 'form.addTitle')}</DialogTitle>
            <DialogDescription>{t('form.text')}</DialogDescription>
          </DialogHeader>
          <DialogBody className="flex flex-col gap-4">
            <FormField
              control={control}
              name="name"
              label={t('fields.name')}
              render={(field) => <Input {...field} autoComplete="off" maxLength={200} />}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField
                control={control}
                name="role"
                label={t('fields.role')}
                render={({ onChange, value, ref: _, onBlur: __, name: ___, ...field }) => (
                  <Select value={value} onValueChange={onChange}>
                    <SelectTrigger {...field}>
                      <SelectValue />
                    </SelectTrigger>
                    <SelectContent>
                      <SelectItem value="none">{t('form.noRole')}</SelectItem>
                      {contactRoles.map((role) => (
                        <SelectItem key={role} value={role}>
                          {t(`role.${role}`)}
                        </SelectItem>
                      ))}
                    </SelectContent>
                  </Select>
                )}
              />
              <FormField
                control={control}
                name="roleText"
                optional
                label={t('fields.roleText')}
                render={(field) => <Input {...field} autoComplete="off" maxLength={200} />}
              />
            </div>
            <TextRows control={control} name="emails" />
            <PhoneRows control={control} />
            <TextRows control={control} name="links" />
            {contact ? null : (
              <div className="flex items-center gap-2">
                <Checkbox
                  id="contact-primary"
                  checked={watch('primary')}
                  disabled={first}
                  onCheckedChange={(on) => setValue('primary', on === true, { shouldDirty: true })}
                />
                <Label htmlFor="contact-primary">{t('form.primary')}</Label>
              </div>
            )}
          </DialogBody>
          {save.failure ? <SaveFailure error={save.failure} className="mx-5 mb-3" /> : null}
          <DialogFooter>
            <Button onClick={close}>{t('form.cancel')}</Button>
            <Button type="submit" variant="primary" pending={save.pending}>
              {t('form.save')}
            </Button>
          </DialogFooter>
        </form>
        {save.clash ? (
          <ConflictDialog
            open
            onOpenChange={(open) => open || save.settle(null)}
            last={save.clash.last}
            fields={save.clash.fields}
            onResolve={save.settle}
            pending={save.pending}
          />
        ) : null}
      </DialogContent>
    </Dialog>
  );
}
