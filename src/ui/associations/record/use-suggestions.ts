'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import {
  type AssociationRecord,
  type RegisterField,
  usePatchRecord,
  useRefreshAssociations,
} from './use-record.ts';
import { useRegisterName } from './use-register-name.ts';

export type Suggestion = AssociationRecord['suggestions'][number];

export interface Suggestions {
  of(field: string): Suggestion | undefined;
  /** Which register says so. */
  registerOf(suggestion: Suggestion): string | null;
  accept(field: RegisterField): void;
  keep(field: RegisterField): void;
  pending: string | undefined;
}

export function useSuggestions(record: AssociationRecord): Suggestions {
  const t = useTranslations('associations.record');
  const f = useTranslations('associations.fields');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const patch = usePatchRecord(record.id);
  const registerName = useRegisterName(record);
  const errorText = useErrorText();
  const onError = (error: unknown) => toast.error(errorText(error));
  const accept = useMutation(
    trpc.association.acceptSuggestion.mutationOptions({ onError, onSettled: refresh }),
  );
  const keep = useMutation(trpc.association.keepMine.mutationOptions({ onError, onSettled: refresh }));
  const { id, version } = record;
  const answered = (field: RegisterField) => (result: { version: number }) => {
    patch({ version: result.version, suggestions: record.suggestions.filter((one) => one.field !== field) });
  };
  return {
    of: (field) => record.suggestions.find((one) => one.field === field),
    registerOf: ({ sourceId }) => registerName(sourceId),
    accept: (field) =>
      accept.mutate(
        { id, version, field },
        {
          onSuccess: (result) => {
            answered(field)(result);
            toast.success(t('accepted', { field: f(field) }));
          },
        },
      ),
    keep: (field) =>
      keep.mutate(
        { id, version, field },
        {
          onSuccess: (result) => {
            answered(field)(result);
            toast.success(t('kept', { field: f(field) }));
          },
        },
      ),
    pending: accept.isPending ? accept.variables.field : keep.isPending ? keep.variables.field : undefined,
  };
}
