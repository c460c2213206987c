import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

export function EndpointSkeleton() {
  return (
    <Loading label="Lecture de la destination">
      <div className="max-w-xl space-y-6 pt-10">
        <Skeleton className="h-10 w-2/3" />
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
        <Skeleton className="h-24" />
      </div>
    </Loading>
  );
}
