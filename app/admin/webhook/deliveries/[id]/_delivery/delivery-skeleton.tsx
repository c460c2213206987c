import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

export function DeliverySkeleton() {
  return (
    <Loading label="Lecture de la livraison">
      <div className="space-y-5 pt-8">
        <Skeleton className="h-10 max-w-lg" />
        <Skeleton className="h-16 max-w-2xl" />
        <Skeleton className="h-48" />
      </div>
    </Loading>
  );
}
