'use client';
import { useMutation } from '@tanstack/react-query';
import { Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { type ContactValues, contactSuggestions } from '#domain/contacts/rules.ts';
import {
  type AssociationRecord,
  type RecordContact,
  useRefreshAssociations,
} from '#ui/associations/record/use-record.ts';
import { useRegisterName } from '#ui/associations/record/use-register-name.ts';
import { Button } from '#ui/kit/button.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { useContactText } from './use-contact-text.ts';

type Props = { record: AssociationRecord; contact: RecordContact; name: string };

/** What the register says of a contact that a person has corrected: offered field by field. */
export function ContactSuggestions({ record, contact, name }: Props) {
  const t = useTranslations('contacts');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const errorText = useErrorText();
  const text = useContactText();
  const registerName = useRegisterName(record);
  const options = { onError: (error: unknown) => toast.error(errorText(error)), onSettled: refresh };
  const accept = useMutation(trpc.contact.acceptSuggestion.mutationOptions(options));
  const keep = useMutation(trpc.contact.keepMine.mutationOptions(options));
  const { id, version } = contact;
  const busy = accept.isPending || keep.isPending;
  const suggestions = contactSuggestions({
    ...contact,
    phones: contact.phones as unknown as ContactValues['phones'],
  });
  return suggestions.map(({ field, register }) => {
    const word = t(`fields.${field}`).toLocaleLowerCase();
    return (
      <div
        key={field}
        className="flex flex-col gap-2 rounded-lg bg-tone-attention px-3 py-2 text-tone-attention-foreground"
      >
        <div className="flex items-start gap-2">
          <Landmark aria-hidden className="mt-0.5 size-4 shrink-0" />
          <div className="min-w-0">
            <p className="text-xs">
              {t('suggestion', { register: registerName(contact.sourceRecordId) ?? '' })}
            </p>
            <p className="break-words font-medium">{text(field, register) || <em>{t('nothing')}</em>}</p>
          </div>
        </div>
        <div className="flex gap-2">
          <Button
            size="sm"
            disabled={busy}
            aria-label={t('useFor', { field: word, name })}
            onClick={() => accept.mutate({ id, version, field })}
          >
            {t('use')}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            className="text-inherit"
            disabled={busy}
            aria-label={t('keepFor', { field: word, name })}
            onClick={() => keep.mutate({ id, version, field })}
          >
            {t('keep')}
          </Button>
        </div>
      </div>
    );
  });
}
