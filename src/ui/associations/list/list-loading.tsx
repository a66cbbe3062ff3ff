import { Skeleton } from '#ui/kit/skeleton.tsx';

const rows = Array.from({ length: 14 }, (_, index) => index);
// Uneven like names, the same at every render.
const widths = ['w-1/2', 'w-2/5', 'w-3/5', 'w-1/3'];

/** The list's frame before its code and rows are there, in the same places. */
export function ListLoading() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col overflow-hidden">
      <div className="flex h-14 items-center justify-between px-4 md:px-6">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-8 w-32" />
      </div>
      <div className="flex items-center gap-2 px-4 md:px-6">
        <Skeleton className="h-8 w-72 max-md:flex-1" />
        <Skeleton className="h-8 w-24" />
        <Skeleton className="h-8 w-20 max-md:hidden" />
        <Skeleton className="h-8 w-24 max-md:hidden" />
      </div>
      <div className="flex h-12 items-center border-b px-4 pb-2 md:px-6">
        <Skeleton className="h-4 w-28" />
      </div>
      {rows.map((row) => (
        <div
          key={row}
          className="flex h-10 shrink-0 items-center gap-6 border-b bg-card px-4 max-md:h-23 md:px-6"
        >
          <Skeleton className={`h-3.5 ${widths[row % widths.length]}`} />
          <Skeleton className="h-3.5 w-24 max-md:hidden" />
          <Skeleton className="h-5 w-28 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
