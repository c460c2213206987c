import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

const bars = [
  "h-4 w-40",
  "mt-4 h-11 w-4/5 max-w-xl",
  "mt-5 h-5 w-3/5 max-w-md",
  "mt-8 h-1.25 w-full",
  "mt-12 h-5 w-1/2",
  "mt-6 h-5 w-2/5",
  "mt-6 h-5 w-3/5",
];

export function JobSkeleton() {
  return <SkeletonBlock label="Lecture de la rédaction" className="pt-11" bars={bars} />;
}
