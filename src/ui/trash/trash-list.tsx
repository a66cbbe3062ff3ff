'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { MoreButton } from '#ui/shared/more-button.tsx';
import { useCan } from '#ui/shared/use-can.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { TrashRow } from './trash-row.tsx';
import { TrashRowsLoading } from './trash-rows-loading.tsx';

export function TrashList() {
  const t = useTranslations('trash');
  const trpc = useTRPC();
  const mayRestore = useCan()('association.delete');
  const query = useInfiniteQuery(
    trpc.association.trash.infiniteQueryOptions(
      { limit: 50 },
      {
        getNextPageParam: (page) => page.nextCursor,
        meta: { shows: { after: ['association.deleted', 'association.restored'] } },
      },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows);
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} />
      <PageBody width="wide" className="gap-4">
        {mayRestore ? null : <Alert>{t('onlyManagers')}</Alert>}
        {rows === undefined ? (
          query.error ? (
            <LoadError query={query} />
          ) : (
            <TrashRowsLoading />
          )
        ) : rows.length === 0 ? (
          <Empty />
        ) : (
          <>
            <ul className="divide-y rounded-xl border bg-card" aria-label={t('title')}>
              {rows.map((row) => (
                <TrashRow key={row.id} row={row} mayRestore={mayRestore} />
              ))}
            </ul>
            <MoreButton query={query} label={t('more')} />
          </>
        )}
      </PageBody>
    </Page>
  );
}

function Empty() {
  const t = useTranslations('trash.empty');
  return (
    <EmptyState
      icon={<Trash2 />}
      title={t('title')}
      description={t('description')}
      action={
        <Button asChild>
          <Link href="/associations">{t('action')}</Link>
        </Button>
      }
    />
  );
}
