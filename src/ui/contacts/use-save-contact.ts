'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { useTRPCClient } from '#api/client.tsx';
import {
  type ContactField,
  type ContactValues,
  changedContactFields,
  columnsOf,
} from '#domain/contacts/rules.ts';
import { type Conflict, readConflict, readFieldErrors } from '#ui/associations/record/read-conflict.ts';
import { type RecordContact, useRefreshAssociations } from '#ui/associations/record/use-record.ts';
import { toast } from '#ui/kit/toast.ts';
import type { ConflictField, Side } from '#ui/shared/conflict-dialog.tsx';
import { type ContactForm, formPath, fromForm } from './contact-values.ts';
import { useContactText } from './use-contact-text.ts';

interface Clash extends Pick<Conflict, 'last'> {
  version: number;
  mine: Partial<ContactValues>;
  fields: ConflictField[];
}

interface Options {
  associationId: string;
  contact: RecordContact | null;
  form: UseFormReturn<ContactForm>;
  onDone: () => void;
}

const columnsOfAll = (values: Partial<ContactValues>, fields: ContactField[]): Partial<ContactValues> =>
  Object.assign({}, ...fields.map((field) => columnsOf(values, field)));

/** Checks, sends only what was changed, and shows each fault where it is. */
export function useSaveContact({ associationId, contact, form, onDone }: Options) {
  const t = useTranslations('contacts');
  const wire = useTRPCClient();
  const refresh = useRefreshAssociations();
  const text = useContactText();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [clash, setClash] = useState<Clash | null>(null);

  const showFaults = (faults: { path: string; message: string }[], places: Record<string, number[]>) => {
    faults.forEach(({ path, message }, index) => {
      const key = t.has(`invalid.${message}` as 'invalid.empty') ? message : 'other';
      form.setError(
        formPath(path, places) as FieldPath<ContactForm>,
        { message: t(`invalid.${key as 'empty'}`) },
        { shouldFocus: index === 0 },
      );
    });
  };

  const finish = (name: string | null) => {
    toast.success(t(contact ? 'saved' : 'created', { name: name || t('noName') }));
    void refresh();
    onDone();
  };

  const update = async (version: number, mine: Partial<ContactValues>): Promise<void> => {
    if (!contact) return;
    try {
      await wire.contact.update.mutate({ id: contact.id, version, fields: mine });
      finish(form.getValues('name'));
    } catch (error) {
      const conflict = readConflict(error);
      if (!conflict) throw error;
      const now = conflict.current as unknown as ContactValues;
      const seen = contact as unknown as ContactValues;
      const moved = changedContactFields(seen, now).filter((field) =>
        changedContactFields(now, mine).includes(field),
      );
      if (moved.length === 0) return update(conflict.version, mine);
      const fields = moved.map((field) => ({
        key: field,
        label: t(`fields.${field}`),
        mine: text(field, { ...seen, ...mine }),
        theirs: text(field, now),
      }));
      setClash({ version: conflict.version, last: conflict.last, mine, fields });
    }
  };

  const attempt = async (run: () => Promise<void>, places: Record<string, number[]>) => {
    setPending(true);
    setFailure(null);
    try {
      await run();
    } catch (error) {
      const faults = readFieldErrors(error);
      if (faults.length > 0) showFaults(faults, places);
      else setFailure(error);
    } finally {
      setPending(false);
    }
  };

  const submit = async (written: ContactForm) => {
    const { ContactFields, isNamed } = await import('#domain/contacts/schema.ts');
    const { values, places } = fromForm(written);
    if (!isNamed(values)) return showFaults([{ path: 'name', message: 'empty' }], places);
    // What the person left alone is not judged: a register's unreadable number may stand.
    const before = contact
      ? (fromForm(form.formState.defaultValues as ContactForm).values as ContactValues)
      : null;
    const touched = before ? columnsOfAll(values, changedContactFields(before, values)) : values;
    const checked = ContactFields.partial().safeParse(touched);
    if (!checked.success) {
      const faults = checked.error.issues.map(({ path, message }) => ({
        path: path.map(String).join('.'),
        message,
      }));
      return showFaults(faults, places);
    }
    await attempt(async () => {
      if (contact) return update(contact.version, checked.data);
      await wire.contact.create.mutate({ associationId, primary: written.primary, ...checked.data });
      finish(values.name);
    }, places);
  };

  const settle = (choice: Record<string, Side> | null) => {
    const open = clash;
    setClash(null);
    if (!open || !choice) return;
    const kept = Object.entries(open.mine).filter(([column]) => {
      const unit = column === 'roleText' ? 'role' : column;
      return choice[unit] !== 'theirs';
    });
    if (kept.length === 0) {
      void refresh();
      onDone();
      return;
    }
    void attempt(() => update(open.version, Object.fromEntries(kept)), {});
  };

  return { submit, pending, failure, clash, settle };
}
