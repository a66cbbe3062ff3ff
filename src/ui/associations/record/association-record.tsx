'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import type { ListRow } from '../list/list-query.ts';
import { codeOf } from './read-conflict.ts';
import { recordQuery } from './record-query.ts';
import { RecordScreen } from './record-screen.tsx';
import { RecordSkeleton } from './record-skeleton.tsx';

/** One association: waits for it, says so when it is not there, else shows it. */
export function AssociationRecord({ id }: { id: string }) {
  const trpc = useTRPC();
  const query = useQuery(recordQuery(trpc, id));
  const { data, error } = query;
  const row = useListedRow(id);
  if (data) return <RecordScreen key={id} record={data} />;
  if (!error) return <RecordSkeleton row={row} />;
  const code = codeOf(error);
  if (code === 'not_found' || code === 'invalid') return <NoAssociation />;
  return (
    <div className="grid flex-1 place-items-center">
      <LoadError heading="h1" query={query} />
    </div>
  );
}

/** What a list that was read before said of the association. */
function useListedRow(id: string): ListRow | undefined {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [row] = useState(() => {
    const lists = queries.getQueriesData<{ pages?: { rows: ListRow[] }[] }>(
      trpc.association.list.pathFilter(),
    );
    return lists
      .flatMap(([, data]) => data?.pages ?? [])
      .flatMap((page) => page.rows)
      .find((each) => each.id === id);
  });
  return row;
}

function NoAssociation() {
  const t = useTranslations('associations.record');
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        heading="h1"
        icon={<SearchX />}
        title={t('notFoundTitle')}
        description={t('notFoundText')}
        action={
          <Button variant="primary" asChild>
            <Link href="/associations">{t('toList')}</Link>
          </Button>
        }
      />
    </div>
  );
}
