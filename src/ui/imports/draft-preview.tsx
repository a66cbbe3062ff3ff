'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardDescription, CardFooter, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { Table, TableBody, TableHead, TableHeader, TableRow } from '#ui/kit/table.tsx';
import { toast } from '#ui/kit/toast.ts';
import { municipalitiesQuery } from '#ui/shared/choices.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { DraftFile } from './draft-file.tsx';
import type { ImportRun } from './texts.ts';

type Props = {
  run: ImportRun;
  /** So many files are still on their way. */
  arriving: number;
  onDiscarded: () => void;
};

/** What the files hold, before anything is saved: places, remarks, refusals, and the choice where a file is unclear. */
export function DraftPreview({ run, arriving, onDiscarded }: Props) {
  const t = useTranslations('imports');
  const w = useTranslations('words.action');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const { runId } = run;
  // Files arrive two at a time, in no order of their own.
  const files = run.files.toSorted((left, right) => left.name.localeCompare(right.name, 'sv'));
  const [choices, setChoices] = useState<Record<string, string>>({});
  const municipalities = useQuery(municipalitiesQuery(trpc)).data ?? [];
  const options = municipalities.map(({ code, name, county }) => ({
    value: code,
    label: name,
    hint: county,
  }));
  const refresh = () => queries.invalidateQueries(trpc.import.pathFilter());
  const onError = (error: unknown) => void toast.error(errorText(error));

  const start = useMutation(
    trpc.import.start.mutationOptions({
      onSuccess: () => router.push(`/imports/${runId}`),
      onSettled: refresh,
      onError,
    }),
  );
  const remove = useMutation(trpc.import.removeFile.mutationOptions({ onSuccess: refresh, onError }));
  const discard = useMutation(
    trpc.import.discard.mutationOptions({
      onSuccess: () => {
        toast.success(t('draft.discarded'));
        onDiscarded();
      },
      onError,
    }),
  );

  const usable = files.filter((file) => file.refusal === null);
  const blocked = usable.filter((file) => file.contents?.unclear && !choices[file.id]).length;
  const chosen = Object.entries(choices).filter(([id]) => usable.some((file) => file.id === id));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('draft.title')}</CardTitle>
        <CardDescription>{t('draft.summary', { files: files.length, rows: run.rows })}</CardDescription>
      </CardHeader>
      <Table cards>
        <TableHeader>
          <TableRow>
            <TableHead>{t('column.file')}</TableHead>
            <TableHead>{t('column.municipality')}</TableHead>
            <TableHead>{t('column.platform')}</TableHead>
            <TableHead className="text-right">{t('column.rows')}</TableHead>
            <TableHead className="text-right">{t('column.contacts')}</TableHead>
            <TableHead>{t('column.scraped')}</TableHead>
            <TableHead>{t('column.remarks')}</TableHead>
            <TableHead>
              <span className="sr-only">{w('delete')}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {files.map((file) => (
            <DraftFile
              key={file.id}
              file={file}
              municipalities={options}
              chosen={choices[file.id] ?? null}
              onChoose={(code) =>
                setChoices(({ [file.id]: _before, ...rest }) =>
                  code === null ? rest : { ...rest, [file.id]: code },
                )
              }
              onRemove={() => remove.mutate({ runId, fileId: file.id })}
            />
          ))}
        </TableBody>
      </Table>
      <CardFooter className="flex-wrap justify-between">
        <p className="text-muted-foreground text-sm" aria-live="polite">
          {arriving > 0
            ? t('draft.arriving', { count: arriving })
            : usable.length === 0
              ? t('draft.noUsable')
              : blocked > 0
                ? t('draft.blocked', { count: blocked })
                : t('draft.startHint')}
        </p>
        <div className="flex gap-2">
          <AlertDialog
            trigger={<Button variant="ghost">{t('draft.discard')}</Button>}
            title={t('draft.discardTitle')}
            description={t('draft.discardText')}
            confirmLabel={t('draft.discard')}
            cancelLabel={w('cancel')}
            onConfirm={() => discard.mutate({ runId })}
          />
          <Button
            variant="primary"
            disabled={arriving > 0 || usable.length === 0 || blocked > 0}
            pending={start.isPending}
            onClick={() => start.mutate({ runId, municipalities: Object.fromEntries(chosen) })}
          >
            <Play aria-hidden />
            {t('draft.start')}
          </Button>
        </div>
      </CardFooter>
    </Card>
  );
}
