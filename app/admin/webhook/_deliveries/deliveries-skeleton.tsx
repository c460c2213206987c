import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

export function DeliveriesSkeleton() {
  return (
    <Loading label="Lecture des livraisons">
      <div className="mt-7 max-w-2xl space-y-6">
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </div>
    </Loading>
  );
}
