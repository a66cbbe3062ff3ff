'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useFormatter, useNow, useTimeZone, useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { addDays, dayOf } from '#lib/calendar-days.ts';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { NoteBox } from '#ui/notes/note-box.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { MoreButton } from '#ui/shared/more-button.tsx';
import { TabSkeleton } from './tab-skeleton.tsx';
import type { Entry } from './timeline-entry.ts';
import { TimelineEntry } from './timeline-views.tsx';
import type { AssociationRecord } from './use-record.ts';

type Props = { record: Pick<AssociationRecord, 'id' | 'deletedAt'>; noteAsked: number };

/** The association's story, newest first, by day; the box to write the next line of it stands on top. */
export function Timeline({ record: { id, deletedAt }, noteAsked }: Props) {
  const alive = deletedAt === null;
  const t = useTranslations('associations.timeline');
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.association.timeline.infiniteQueryOptions(
      { id, limit: 30 },
      {
        getNextPageParam: (page) => page.nextCursor,
        meta: { shows: { association: id, after: ['user.updated'] } },
      },
    ),
  );
  const entries = query.data?.pages.flatMap((page) => page.entries);
  return (
    <div className="flex flex-col gap-4">
      {alive ? <NoteBox associationId={id} asked={noteAsked} /> : null}
      {entries === undefined ? (
        query.error ? (
          <LoadError query={query} />
        ) : (
          <TabSkeleton />
        )
      ) : entries.length === 0 ? (
        <EmptyState icon={<History />} title={t('empty')} description={t('emptyText')} />
      ) : (
        <Days entries={entries} alive={alive} />
      )}
      <MoreButton query={query} label={t('more')} />
    </div>
  );
}

function Days({ entries, alive }: { entries: Entry[]; alive: boolean }) {
  const t = useTranslations('associations.timeline');
  const { dateTime } = useFormatter();
  const now = useNow();
  const zone = useTimeZone();
  const today = dayOf(now, zone);
  const yesterday = addDays(today, -1);
  const days = Object.entries(Object.groupBy(entries, (entry) => dayOf(entry.at, zone)));
  return days.map(([day, list = []]) => {
    const first = list[0];
    if (!first) return null;
    const title =
      day === today
        ? t('today')
        : day === yesterday
          ? t('yesterday')
          : dateTime(first.at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    return (
      <section key={day} className="flex flex-col gap-2">
        <h2 className="font-semibold text-sm first-letter:uppercase">{title}</h2>
        <ol className="flex flex-col divide-y rounded-xl border bg-card">
          {list.map((entry) => (
            <li key={`${entry.kind}:${entry.id}`} className="flex gap-3 px-4 py-3">
              <TimelineEntry entry={entry} alive={alive} />
            </li>
          ))}
        </ol>
      </section>
    );
  });
}
