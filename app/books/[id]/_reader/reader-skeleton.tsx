import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";

const lines = ["w-full", "w-11/12", "w-full", "w-4/5", "w-full", "w-2/3"];

/** The text of a chapter that is on its way. */
export function TextSkeleton() {
  return (
    <Loading label="Lecture du chapitre">
      <div className="space-y-4">
        {lines.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its position
          <Skeleton key={index} className={`h-5 ${width}`} />
        ))}
      </div>
    </Loading>
  );
}

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
            {lines.map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its position
              <Skeleton key={index} className={`h-5 ${width}`} />
            ))}
          </div>
        </div>
      </div>
    </Loading>
  );
}
