import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

export function InboxSkeleton() {
  return (
    <SkeletonBlock label="Lecture des événements reçus" className="mt-8 space-y-4" bars={["h-14", "h-14", "h-14"]} />
  );
}
