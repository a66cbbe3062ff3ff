import { Skeleton } from '#ui/kit/skeleton.tsx';

export function TabSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 rounded-xl border bg-card p-4">
      <Skeleton className="h-4 w-1/3" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  );
}
