'use client';
import { useTranslations } from 'next-intl';
import { createElement, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTRPCClient } from '#api/client.tsx';
import { toast } from '#ui/kit/toast.ts';
import type { ConflictField, Side } from '#ui/shared/conflict-dialog.tsx';
import type { KeptForm } from '#ui/shared/use-kept-form.ts';
import { Value } from '../record/event-changes.tsx';
import { type Conflict, readConflict, readFieldErrors } from '../record/read-conflict.ts';
import { type AssociationRecord, useRefreshAssociations } from '../record/use-record.ts';
import { checkFields } from './check-fields.ts';
import { type AssociationForm, changedKeys, type FormKey, toForm } from './form-values.ts';
import { useFaults } from './use-faults.ts';

interface Clash extends Pick<Conflict, 'last'> {
  version: number;
  keys: FormKey[];
  fields: ConflictField[];
}

/** Sends only what was changed. A colleague's change of other fields is no conflict; of the same, both values are shown. */
export function useSaveAssociation(
  record: AssociationRecord,
  form: UseFormReturn<AssociationForm>,
  onDone: () => void,
  kept: KeptForm<AssociationForm> | null,
) {
  const t = useTranslations('associations.form');
  const f = useTranslations('associations.fields');
  const wire = useTRPCClient();
  const refresh = useRefreshAssociations();
  const showFaults = useFaults(form);
  const [failure, setFailure] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const [clash, setClash] = useState<Clash | null>(null);
  // What the person saw when the form opened; the record itself may be read again meanwhile.
  const [base] = useState(() => ({
    form: { ...toForm(record), ...kept?.base },
    version: kept?.version ?? record.version,
  }));

  const finish = (text: string) => {
    toast.success(text);
    void refresh();
    onDone();
  };

  const send = async (version: number, keys: FormKey[]): Promise<void> => {
    const written = form.getValues();
    const checked = await checkFields(written, keys);
    if ('faults' in checked) return showFaults(checked.faults);
    try {
      const moved = keys.includes('municipalityCode') ? { municipalityCode: written.municipalityCode } : {};
      await wire.association.update.mutate({ id: record.id, version, fields: checked.fields, ...moved });
      finish(t('saved'));
    } catch (error) {
      const conflict = readConflict(error);
      if (!conflict) throw error;
      const now = toForm(conflict.current as Partial<AssociationRecord>);
      const moved = changedKeys(base.form, now);
      const differing = changedKeys(now, written);
      const disputed = keys.filter((key) => moved.includes(key) && differing.includes(key));
      if (disputed.length === 0) return send(conflict.version, keys);
      const fields = disputed.map((key) => ({
        key,
        label: f(key),
        mine: shown(key, written[key]),
        theirs: shown(key, now[key]),
      }));
      setClash({ version: conflict.version, last: conflict.last, keys, fields });
    }
  };

  const attempt = async (version: number, keys: FormKey[]) => {
    setPending(true);
    setFailure(null);
    try {
      await send(version, keys);
    } catch (error) {
      const faults = readFieldErrors(error);
      if (faults.length > 0) showFaults(faults);
      else setFailure(error);
    } finally {
      setPending(false);
    }
  };

  return {
    failure,
    pending,
    clash,
    submit(written: AssociationForm) {
      const keys = changedKeys(base.form, written);
      return keys.length === 0 ? finish(t('nothingChanged')) : attempt(base.version, keys);
    },
    settle(choice: Record<string, Side> | null) {
      const open = clash;
      setClash(null);
      if (!open || !choice) return;
      const keys = open.keys.filter((key) => choice[key] !== 'theirs');
      if (keys.length === 0) finish(t('nothingChanged'));
      else void attempt(open.version, keys);
    },
  };
}

const shown = (key: FormKey, value: string | string[]) =>
  value.length === 0 ? null : createElement(Value, { field: key, value });
