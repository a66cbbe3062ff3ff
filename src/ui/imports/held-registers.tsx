'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { Badge } from '#ui/kit/badge.tsx';
import { Button } from '#ui/kit/button.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useCan } from '#ui/shared/use-can.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import type { ImportRun } from './texts.ts';

type Held = ImportRun['held'][number];

/**
 * Registers that named suspiciously few of their associations, or gave them new ids: a person says what is really gone, and
 * what is the same.
 */
export function HeldRegisters({ run }: { run: ImportRun }) {
  const t = useTranslations('imports.held');
  return run.held.map((held) => (
    <Alert
      key={`${held.platform} ${held.instance}`}
      tone={held.confirmedAt ? 'info' : 'attention'}
      title={
        held.sameNames
          ? t('sameTitle', { register: held.instance, sameNames: held.sameNames })
          : t('title', { register: held.instance, now: held.now, before: held.before })
      }
      action={
        <span className="flex flex-wrap gap-2">
          <SameButton runId={run.runId} held={held} />
          <ConfirmButton runId={run.runId} held={held} />
        </span>
      }
    >
      {held.confirmedAt ? null : t(held.sameNames ? 'sameText' : 'text')}
    </Alert>
  ));
}

function SameButton({ runId, held }: { runId: string; held: Held }) {
  const t = useTranslations('imports.held');
  const w = useTranslations('words.action');
  const errorText = useErrorText();
  const mayRun = useCan()('import.run');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const take = useMutation(
    trpc.import.takeAsSame.mutationOptions({
      onSuccess: ({ same }) => void toast.success(t('sameDone', { same })),
      onError: (error) => void toast.error(errorText(error)),
      onSettled: () => queries.invalidateQueries(trpc.import.pathFilter()),
    }),
  );
  if (!held.sameNames || held.confirmedAt || !mayRun) return null;
  const { platform, instance } = held;
  return (
    <AlertDialog
      trigger={<Button pending={take.isPending}>{t('same')}</Button>}
      title={t('sameConfirmTitle', { count: held.sameNames })}
      description={t('sameConfirmText')}
      confirmLabel={t('same')}
      cancelLabel={w('cancel')}
      variant="primary"
      onConfirm={() => take.mutate({ runId, platform: platform as 'FRI', instance })}
    />
  );
}

function ConfirmButton({ runId, held }: { runId: string; held: Held }) {
  const t = useTranslations('imports.held');
  const w = useTranslations('words.action');
  const { dateTime } = useFormatter();
  const errorText = useErrorText();
  const mayRun = useCan()('import.run');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const confirm = useMutation(
    trpc.import.confirmMissing.mutationOptions({
      onSuccess: ({ missing }) => void toast.success(t('done', { missing })),
      onError: (error) => void toast.error(errorText(error)),
      onSettled: () => queries.invalidateQueries(trpc.import.pathFilter()),
    }),
  );
  if (held.confirmedAt) {
    return (
      <Badge tone="success">
        {t('confirmed', { date: dateTime(new Date(held.confirmedAt), 'dateTime') })}
      </Badge>
    );
  }
  if (!mayRun) return null;
  const { platform, instance } = held;
  return (
    <AlertDialog
      trigger={<Button pending={confirm.isPending}>{t(held.sameNames ? 'reallyNew' : 'confirm')}</Button>}
      title={t('confirmTitle', { count: held.before - held.now })}
      description={t('confirmText')}
      confirmLabel={t('confirm')}
      cancelLabel={w('cancel')}
      variant="primary"
      onConfirm={() => confirm.mutate({ runId, platform: platform as 'FRI', instance })}
    />
  );
}
