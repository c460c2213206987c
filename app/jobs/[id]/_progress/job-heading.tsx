"use client";

import { Cover } from "#app/_components/cover/cover.tsx";
import { useBookOfJob } from "#app/_components/data/books.ts";
import { isAtWork } from "#app/_components/data/jobs.ts";
import { describeJob } from "#app/_components/status/describe-job.ts";
import { ProviderWait } from "#app/_components/status/provider-wait.tsx";
import { Segments } from "#app/_components/status/segments.tsx";
import { Ago, Elapsed } from "#app/_components/time/moment.tsx";
import { button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { Mark } from "#app/_components/ui/mark.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import { JobActions } from "./job-actions.tsx";
import { Origin } from "./origin.tsx";

function authorOf({ demo, manuscript, model }: JobDetail): string {
  if (manuscript) return manuscript.name;
  return demo ? "modèle de démonstration, texte factice" : model;
}

export function JobHeading({ job }: { job: JobDetail }) {
  const { mark, sentence } = describeJob(job);
  const book = useBookOfJob(job.job_id, job.status === "completed");
  return (
    <header className="grid gap-x-10 gap-y-6 pt-9 sm:grid-cols-[minmax(0,1fr)_8.5rem] sm:pt-11">
      <div className="flex min-w-0 flex-col">
        <p className="text-[0.8125rem] text-faint">
          {isAtWork(job) ? (
            <>
              En cours depuis <Elapsed since={job.created_at} />
            </>
          ) : (
            <>
              {job.manuscript ? "Importé" : "Commandé"} <Ago at={job.created_at} />
            </>
          )}
          {" · "}
          {authorOf(job)}
        </p>
        <h1
          lang={job.options.language}
          className="mt-2 text-[2.125rem] leading-tight tracking-tight sm:text-[2.625rem]"
        >
          {job.title}
        </h1>
        <Origin job={job} />
        {job.goal && <p className="mt-3 line-clamp-4 max-w-prose font-serif text-lg/7 text-soft">{job.goal}</p>}
        <div className="mt-auto pt-7">
          <Segments job={job} states={job.chapters.map((chapter) => chapter.state)} />
          <div className="mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <p className="flex min-w-0 flex-1 basis-64 gap-2 text-soft" aria-live="polite">
              <span className="flex h-[1.5em] items-center">
                <Mark kind={mark} />
              </span>
              {job.retry_at ? <ProviderWait until={job.retry_at} /> : sentence}
            </p>
            <div className="flex min-h-10 gap-3">
              {book && (
                <Link href={`/books/${book.id}`} className={button({ look: "primary" })}>
                  Lire le livre
                </Link>
              )}
              <JobActions job={job} />
            </div>
          </div>
        </div>
      </div>
      <div className="hidden sm:block">
        <Cover title={job.title} topic={job.topic} />
      </div>
    </header>
  );
}
