import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

export function JobSkeleton() {
  return (
    <Loading label="Lecture de la rédaction">
      <div className="pt-11">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="mt-4 h-11 w-4/5 max-w-xl" />
        <Skeleton className="mt-5 h-5 w-3/5 max-w-md" />
        <Skeleton className="mt-8 h-1.25 w-full" />
        <div className="mt-12 space-y-6">
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-5 w-2/5" />
          <Skeleton className="h-5 w-3/5" />
        </div>
      </div>
    </Loading>
  );
}
