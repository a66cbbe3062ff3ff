'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ApiOutputs, useTRPC } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardFooter, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { Skeleton } from '#ui/kit/skeleton.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { useNumber } from '#ui/shared/use-number.ts';
import { isRunning, RunState } from './run-state.tsx';

type Row = ApiOutputs['import']['list']['rows'][number];

export function RunList({ openDraft }: { openDraft: string | null }) {
  const t = useTranslations('imports.list');
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.import.list.infiniteQueryOptions(
      { limit: 30 },
      {
        getNextPageParam: (page) => page.nextCursor,
        meta: { shows: { after: ['import.*'] } },
        refetchInterval: ({ state }) =>
          state.data?.pages[0]?.rows.some((row) => isRunning(row.state)) ? 2_000 : false,
      },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows).filter((row) => row.runId !== openDraft);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      {rows === undefined ? (
        query.error ? (
          <LoadError query={query} />
        ) : (
          <div className="flex flex-col gap-3 p-4" aria-busy>
            {[0, 1, 2].map((line) => (
              <Skeleton key={line} className="h-10" />
            ))}
          </div>
        )
      ) : rows.length === 0 ? (
        <EmptyState icon={<FileInput />} title={t('emptyTitle')} description={t('emptyDescription')} />
      ) : (
        <ul className="divide-y border-t">
          {rows.map((row) => (
            <RunRow key={row.runId} row={row} />
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <CardFooter>
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </CardFooter>
      ) : null}
    </Card>
  );
}

function RunRow({ row }: { row: Row }) {
  const t = useTranslations('imports');
  const number = useNumber();
  const draft = row.state === 'DRAFT';
  const { created, updated } = row.counts.associations;
  const more = row.fileCount - row.files.length;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm hover:bg-accent/50 md:flex-nowrap">
      <div className="flex min-w-0 flex-1 basis-full flex-col md:basis-40">
        <Link
          href={draft ? `/imports?draft=${row.runId}` : `/imports/${row.runId}`}
          className="truncate font-medium after:absolute after:inset-0"
        >
          {row.files.join(', ')} {more > 0 ? t('draft.more', { count: more }) : ''}
        </Link>
        <span className="text-muted-foreground text-xs">
          <DateText value={row.startedAt ?? row.createdAt} format="relative" /> ·{' '}
          {row.startedBy ?? (row.channel === 'cli' ? t('channel.cli') : t('channel.web'))}
          {row.refusedFiles > 0 ? ` · ${t('list.refused', { count: row.refusedFiles })}` : ''}
        </span>
      </div>
      <span className="shrink-0 text-muted-foreground md:w-24 md:text-right" data-numeric>
        {t('list.rows', { rows: row.rows })}
      </span>
      {/* Empty while there is no result: the columns stay where they are. */}
      <span className="shrink-0 empty:hidden md:w-48 md:text-right md:empty:block" data-numeric>
        {row.state === 'DONE'
          ? created + updated > 0
            ? t('list.changes', { created: number(created), updated: number(updated) })
            : t('list.unchanged')
          : null}
      </span>
      <span className="flex shrink-0 md:w-28 md:justify-end">
        <RunState state={row.state} />
      </span>
    </li>
  );
}
