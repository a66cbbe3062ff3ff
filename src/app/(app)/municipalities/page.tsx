import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '#api/prefetch.ts';
import { MunicipalityTable } from '#ui/municipalities/municipality-table.tsx';
import { municipalitiesQuery } from '#ui/shared/choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('municipalities');
  return { title: t('title') };
}

export default async function MunicipalitiesPage() {
  const { trpc, queries, state } = await serverApi();
  await queries.prefetchQuery(municipalitiesQuery(trpc));
  return (
    <HydrationBoundary state={state()}>
      <MunicipalityTable />
    </HydrationBoundary>
  );
}
