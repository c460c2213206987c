import { Loading, Skeleton, SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

const lines = ["h-5 w-full", "h-5 w-11/12", "h-5 w-full", "h-5 w-4/5", "h-5 w-full", "h-5 w-2/3"];

/** The text of a chapter that is on its way. */
export const TextSkeleton = () => <SkeletonBlock label="Lecture du chapitre" className="space-y-4" bars={lines} />;

export function ReaderSkeleton() {
  return (
    <Loading label="Ouverture du livre">
      <div className="grid gap-x-16 pt-11 lg:grid-cols-[15rem_minmax(0,40rem)]">
        <div className="hidden space-y-4 lg:block">
          <Skeleton className="h-6 w-4/5" />
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="h-4 w-2/3" />
        </div>
        <div>
          <Skeleton className="h-4 w-32" />
          <Skeleton className="mt-4 h-11 w-3/4" />
          <div className="mt-9 space-y-4">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its position
              <Skeleton key={index} className={line} />
            ))}
          </div>
        </div>
      </div>
    </Loading>
  );
}
