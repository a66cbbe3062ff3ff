'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { Breadcrumb } from '#ui/kit/breadcrumb.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Skeleton } from '#ui/kit/skeleton.tsx';
import { toast } from '#ui/kit/toast.ts';
import { LoadError } from '#ui/shared/load-error.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { IssueTable } from './issue-table.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunResult } from './run-result.tsx';
import { isRunning, RunState } from './run-state.tsx';
import type { ImportRun } from './texts.ts';

const pollMs = 500;

export function RunScreen({ runId }: { runId: string }) {
  const t = useTranslations('imports');
  const { dateTime } = useFormatter();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.import.get.queryOptions(
      { runId },
      {
        refetchInterval: ({ state }) => (state.data && isRunning(state.data.state) ? pollMs : false),
        meta: { shows: { after: ['import.*'] } },
      },
    ),
  );
  const run = query.data;
  const started = run ? (run.startedAt ?? run.createdAt) : null;
  return (
    <Page>
      <PageHeader
        title={started ? t('run.title', { date: dateTime(started, 'dateTime') }) : t('title')}
        meta={run ? <RunState state={run.state} /> : null}
        breadcrumb={
          <Breadcrumb label={t('run.breadcrumb')} items={[{ label: t('title'), href: '/imports' }]} />
        }
        actions={run && isRunning(run.state) ? <CancelButton runId={runId} /> : null}
      />
      <PageBody>
        {run ? (
          <RunBody run={run} />
        ) : query.error ? (
          <LoadError query={query} />
        ) : (
          <div className="grid gap-4 md:grid-cols-4" aria-busy>
            {[0, 1, 2, 3].map((card) => (
              <Skeleton key={card} className="h-32" />
            ))}
          </div>
        )}
      </PageBody>
    </Page>
  );
}

function RunBody({ run }: { run: ImportRun }) {
  if (isRunning(run.state)) return <RunProgress run={run} />;
  return (
    <>
      <RunResult run={run} />
      {run.state === 'DRAFT' ? null : <IssueTable run={run} />}
    </>
  );
}

function CancelButton({ runId }: { runId: string }) {
  const t = useTranslations('imports.run');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.import.cancel.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.import.pathFilter()),
      onError: (error) => void toast.error(errorText(error)),
    }),
  );
  return (
    <AlertDialog
      trigger={<Button>{t('cancel')}</Button>}
      title={t('cancelTitle')}
      description={t('cancelText')}
      confirmLabel={t('cancelConfirm')}
      cancelLabel={t('keep')}
      onConfirm={() => cancel.mutate({ runId })}
    />
  );
}
