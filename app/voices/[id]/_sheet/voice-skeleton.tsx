import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

export function VoiceSkeleton() {
  return (
    <SkeletonBlock
      label="Lecture de la voix"
      className="max-w-xl space-y-6 pt-10"
      bars={["h-10 w-2/3", "h-11", "h-11", "h-24"]}
    />
  );
}
