import { Skeleton } from '#ui/kit/skeleton.tsx';

const rows = ['w-3/5', 'w-2/5', 'w-1/2', 'w-2/3', 'w-2/5', 'w-3/5', 'w-1/3', 'w-1/2'];

/** The frame every screen has: a header bar, then lines. A screen of another shape brings its own loading.tsx. */
export default function Loading() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col">
      <div className="flex h-14 items-center border-b px-4 md:px-6">
        <Skeleton className="h-5 w-40" />
      </div>
      <div className="flex flex-col gap-5 px-4 py-6 md:px-6">
        {rows.map((width, index) => (
          <Skeleton key={`${width}-${index < 4}`} className={`h-4 ${width}`} />
        ))}
      </div>
    </div>
  );
}
