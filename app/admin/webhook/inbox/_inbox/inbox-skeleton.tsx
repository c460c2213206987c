import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

export function InboxSkeleton() {
  return (
    <Loading label="Lecture des événements reçus">
      <div className="mt-8 space-y-4">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    </Loading>
  );
}
