import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '#api/prefetch.ts';
import { MunicipalityTable } from '#ui/municipalities/municipality-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('municipalities');
  return { title: t('title') };
}

export default async function MunicipalitiesPage() {
  const { call, queries, state } = await serverApi();
  await queries.prefetchQuery({
    queryKey: [['municipality', 'list'], { input: {}, type: 'query' }],
    queryFn: () => call.municipality.list({}),
  });
  return (
    <HydrationBoundary state={state()}>
      <MunicipalityTable />
    </HydrationBoundary>
  );
}
