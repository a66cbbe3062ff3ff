'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useRef } from 'react';
import { useTRPC } from '#api/client.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { useCan } from '#ui/shared/use-can.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { DraftPreview } from './draft-preview.tsx';
import { DropZone } from './drop-zone.tsx';
import { RunList } from './run-list.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

/** The draft stands in the URL, so that a reload or a colleague's link finds it again. */
export function ImportScreen() {
  const t = useTranslations('imports');
  const errorText = useErrorText();
  const mayRun = useCan()('import.run');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [draftId, setDraftId] = useQueryState('draft', parseAsString);
  const opening = useRef<Promise<string> | null>(null);
  const create = useMutation(trpc.import.draft.mutationOptions());
  const draft = useQuery(
    trpc.import.get.queryOptions(
      { runId: draftId ?? '' },
      { enabled: draftId !== null, retry: false, meta: { shows: { after: ['import.*'] } } },
    ),
  );
  const run = draft.data?.state === 'DRAFT' && draft.data.runId === draftId ? draft.data : null;

  // Files that are dropped together open one draft together.
  const openDraft = async () => {
    if (run) return run.runId;
    opening.current ??= create.mutateAsync({}).then(({ runId }) => {
      void setDraftId(runId);
      return runId;
    });
    return opening.current.catch((error: unknown) => {
      opening.current = null;
      throw error;
    });
  };
  const uploads = useUploads(openDraft, () => queries.invalidateQueries(trpc.import.pathFilter()));
  const leave = () => {
    opening.current = null;
    void setDraftId(null);
    void queries.invalidateQueries(trpc.import.pathFilter());
  };

  if (!mayRun) {
    return (
      <Page>
        <PageHeader title={t('title')} />
        <EmptyState title={errorText({ code: 'forbidden', messageKey: 'forbidden' })} />
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} />
      <PageBody width="full">
        <DropZone onFiles={uploads.add} compact={run !== null || uploads.items.length > 0} />
        <UploadList items={uploads.items} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
        {run && run.files.length > 0 ? (
          <DraftPreview run={run} arriving={uploads.arriving} onDiscarded={leave} />
        ) : null}
        <RunList openDraft={draftId} />
      </PageBody>
    </Page>
  );
}
