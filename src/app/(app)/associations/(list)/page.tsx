import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '#api/prefetch.ts';
import { AssociationList } from '#ui/associations/list/association-list.tsx';
import { listQuery } from '#ui/associations/list/list-query.ts';
import { readView } from '#ui/associations/list/read-view.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('associations.list');
  return { title: t('title') };
}

export default async function AssociationsPage({ searchParams }: Props) {
  const view = readView(await searchParams);
  const { trpc, queries, state } = await serverApi();
  await queries.prefetchInfiniteQuery(listQuery(trpc, view));
  return (
    <HydrationBoundary state={state()}>
      <AssociationList />
    </HydrationBoundary>
  );
}
