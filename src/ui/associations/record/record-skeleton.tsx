import { Skeleton } from '#ui/kit/skeleton.tsx';
import { StatusBadge } from '#ui/shared/status-badge.tsx';
import type { ListRow } from '../list/list-query.ts';

const rows = ['w-1/2', 'w-2/3', 'w-1/3', 'w-3/5', 'w-2/5', 'w-1/2'];

/** The record's shape while it is on its way, with what the list knew of it already: nothing jumps when it arrives. */
export function RecordSkeleton({ row }: { row?: ListRow | undefined }) {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b px-4 pt-3 pb-2 md:px-6">
        <Skeleton className="h-3 w-24" />
        {row ? (
          <>
            <div className="flex flex-wrap items-center gap-2.5">
              <h1 className="line-clamp-2 break-words font-semibold text-lg">{row.name}</h1>
              <StatusBadge status={row.crmStatus} />
            </div>
            <p className="text-muted-foreground text-sm" data-numeric>
              {[row.municipality, row.orgNumber].filter(Boolean).join(' · ')}
            </p>
          </>
        ) : (
          <>
            <Skeleton className="h-6 w-72 max-w-full" />
            <Skeleton className="h-4 w-96 max-w-full" />
          </>
        )}
        <div className="flex gap-6 pt-3 pb-1">
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-4 w-16" />
        </div>
      </div>
      <div className="grid gap-6 p-4 md:px-6 md:py-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex flex-col gap-5 rounded-xl border bg-card p-4">
          {rows.map((width, index) => (
            <Skeleton key={`${width}-${index < 3}`} className={`h-4 ${width}`} />
          ))}
        </div>
        <Skeleton className="hidden h-80 rounded-xl lg:block" />
      </div>
    </div>
  );
}
