import { Skeleton } from '#ui/kit/skeleton.tsx';

const rows = [0, 1, 2, 3, 4];

export function TrashRowsLoading() {
  return (
    <div aria-busy="true" className="divide-y rounded-xl border bg-card">
      {rows.map((row) => (
        <div key={row} className="flex h-16 items-center gap-4 px-4">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-56 max-w-full" />
            <Skeleton className="h-3 w-40" />
          </div>
          <Skeleton className="h-8 w-24" />
        </div>
      ))}
    </div>
  );
}
