'use client';
import { useQuery } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ApiOutputs, useTRPC } from '#api/client.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { ErrorState } from '#ui/kit/error-state.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { OriginTable } from './origin-table.tsx';
import { SourceRecord } from './source-record.tsx';
import { TabSkeleton } from './tab-skeleton.tsx';
import type { AssociationRecord } from './use-record.ts';

export type Source = ApiOutputs['association']['source'];

/** What the registers say, word for word, and where each shown value comes from. */
export function SourceTab({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record.source');
  const w = useTranslations('words');
  const trpc = useTRPC();
  const errorText = useErrorText();
  const { data, error, isFetching, refetch } = useQuery(
    trpc.association.source.queryOptions({ id: record.id }),
  );
  if (!data) {
    if (!error) return <TabSkeleton />;
    return (
      <ErrorState
        title={w('loadError.title')}
        description={errorText(error)}
        retryLabel={w('action.retry')}
        onRetry={() => void refetch()}
        pending={isFetching}
      />
    );
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
      {data.fields.length > 0 ? <OriginTable record={record} fields={data.fields} /> : null}
    </div>
  );
}
