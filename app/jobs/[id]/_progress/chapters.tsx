import { isAtWork, isWriting } from "#app/_components/data/jobs.ts";
import type { Live } from "#app/_components/data/live.ts";
import { Skeleton } from "#app/_components/ui/skeleton.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import { ChapterRow } from "./chapter-row.tsx";
import { PlannedChapters } from "./planned-chapters.tsx";

/** The outline as soon as it exists, filling in as chapters are written. */
export function Chapters({ job, live }: { job: JobDetail; live: Live }) {
  return (
    <section aria-labelledby="plan" className="min-w-0">
      <h2 id="plan" className="border-b border-line pb-2 text-lg">
        {job.chapters.length ? "Chapitres" : "Le plan"}
      </h2>
      {live.state === "down" && isWriting(job) && (
        <p role="status" className="pt-4 text-sm text-faint">
          Le direct est interrompu{"\u202f"}; la page se met à jour d’elle-même, un peu moins vite.
        </p>
      )}
      {job.chapters.length ? (
        <ol className="divide-y divide-line">
          {job.chapters.map((chapter) => (
            <ChapterRow
              key={chapter.position}
              job={job.job_id}
              chapter={chapter}
              draft={live.drafts.get(chapter.position)}
              stopped={!isWriting(job) || job.status === "awaiting_budget"}
              usual={job.model}
              language={job.options.language}
            />
          ))}
        </ol>
      ) : isAtWork(job) ? (
        <div className="pt-5">
          <p className="text-soft">Il paraîtra ici dès qu’il est prêt, puis chaque chapitre se remplira.</p>
          <div className="mt-6 space-y-5" aria-hidden="true">
            <Skeleton className="h-5 w-3/5" />
            <Skeleton className="h-5 w-2/5" />
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-5 w-2/5" />
          </div>
        </div>
      ) : job.book_outline ? (
        <PlannedChapters outline={job.book_outline} language={job.options.language} />
      ) : (
        <p className="pt-5 text-soft">La rédaction s’est arrêtée avant que le plan soit prêt.</p>
      )}
    </section>
  );
}
