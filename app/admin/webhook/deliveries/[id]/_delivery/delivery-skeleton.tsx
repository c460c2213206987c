import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

export function DeliverySkeleton() {
  return (
    <SkeletonBlock
      label="Lecture de la livraison"
      className="space-y-5 pt-8"
      bars={["h-10 max-w-lg", "h-16 max-w-2xl", "h-48"]}
    />
  );
}
