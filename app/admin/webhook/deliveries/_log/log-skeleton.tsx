import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

export function LogSkeleton() {
  return (
    <SkeletonBlock
      label="Lecture des livraisons"
      className="mt-6 space-y-4"
      bars={["h-10 max-w-2xl", "h-12", "h-12", "h-12"]}
    />
  );
}
