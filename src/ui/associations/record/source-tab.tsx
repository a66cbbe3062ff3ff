'use client';
import { useQuery } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { OriginTable } from './origin-table.tsx';
import { SourceRecord } from './source-record.tsx';
import { TabSkeleton } from './tab-skeleton.tsx';
import type { AssociationRecord } from './use-record.ts';

/** What the registers say, word for word, and where each shown value comes from. */
export function SourceTab({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record.source');
  const trpc = useTRPC();
  const query = useQuery(
    trpc.association.source.queryOptions({ id: record.id }, { meta: { shows: { association: record.id } } }),
  );
  const { data, error } = query;
  if (!data) {
    if (!error) return <TabSkeleton />;
    return <LoadError query={query} />;
  }
  return (
    <div className="flex flex-col gap-4">
      {data.records.length === 0 ? (
        <EmptyState icon={<Database />} title={t('none')} description={t('noneText')} />
      ) : (
        data.records.map((source) => (
          <SourceRecord key={source.id} source={source} record={record} open={data.records.length === 1} />
        ))
      )}
      {data.fields.length > 0 ? <OriginTable record={record} source={data} /> : null}
    </div>
  );
}
