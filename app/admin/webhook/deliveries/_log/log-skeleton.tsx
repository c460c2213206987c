import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

export function LogSkeleton() {
  return (
    <Loading label="Lecture des livraisons">
      <div className="mt-6 space-y-4">
        <Skeleton className="h-10 max-w-2xl" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    </Loading>
  );
}
