"use client";

import { useBookOfJob } from "#app/_components/data/books.ts";
import { Link } from "#app/_components/ui/link.tsx";
import { WarningList } from "#app/_components/warnings/warning-list.tsx";
import type { JobDetail } from "#lib/contract/job.ts";

const underlined = "text-soft underline decoration-line underline-offset-4 hover:text-ink hover:decoration-accent";

/** Lists what the checks of a delivered book could not get right; a chapter is read in the book once it has come back. */
export function Warnings({ job: { job_id, warnings, chapters } }: { job: JobDetail }) {
  const book = useBookOfJob(job_id, warnings.length > 0);
  if (warnings.length === 0) return null;
  const titleOf = (position: number) => chapters.find((chapter) => chapter.position === position)?.title ?? "";
  return (
    <section aria-labelledby="reserves" className="mt-14 min-w-0">
      <h2 id="reserves" className="border-b border-line pb-2 text-lg">
        Réserves
      </h2>
      <p className="pt-3 text-sm text-pretty text-soft">
        Le livre est livré. Ces contrôles n’ont pas pu être satisfaits&#x202f;: à vous de juger.
      </p>
      <WarningList
        warnings={warnings}
        link={(position, words) => (
          <>
            {book ? (
              <Link href={`/books/${book.id}?chapitre=${position}`} className={underlined}>
                {words}
              </Link>
            ) : (
              <a href={`#chapitre-${position}`} className={underlined}>
                {words}
              </a>
            )}
            {titleOf(position) && ` · ${titleOf(position)}`}
          </>
        )}
      />
    </section>
  );
}
