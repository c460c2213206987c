import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

export function ListSkeleton() {
  return (
    <Loading label="Lecture des rédactions">
      <div className="mt-6 max-w-3xl space-y-8">
        <Skeleton className="h-9 max-w-md" />
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </div>
    </Loading>
  );
}
