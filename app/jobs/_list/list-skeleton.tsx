import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

export function ListSkeleton() {
  return (
    <SkeletonBlock
      label="Lecture des rédactions"
      className="mt-6 max-w-3xl space-y-8"
      bars={["h-9 max-w-md", "h-16", "h-16", "h-16"]}
    />
  );
}
