"use client";

import { isWriting, useAwaitingJobs, useJobs } from "#app/_components/data/jobs.ts";
import { JobRow } from "#app/_components/status/job-row.tsx";
import { useNow } from "#app/_components/time/use-now.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import { SectionHeading } from "../_received/section-heading.tsx";
import { HowItWorks } from "./how-it-works.tsx";
import { selectJobs } from "./select-jobs.ts";

export function InProgress() {
  const { data, error, mutate } = useJobs();
  const now = useNow();
  const { data: awaiting } = useAwaitingJobs();
  const shown = data && now ? selectJobs(data.items, awaiting?.items, now) : undefined;
  const title =
    shown?.length === 0
      ? "De l’idée au livre"
      : shown?.every((job) => !isWriting(job))
        ? "Dernières rédactions"
        : "En cours d’écriture";
  return (
    <section aria-labelledby="en-cours" className="border-line lg:border-l lg:pl-10">
      <SectionHeading
        id="en-cours"
        title={title}
        {...(data?.items.length && { href: "/jobs", all: "Toutes les rédactions" })}
      />
      {error && !data ? (
        <div className="mt-5">
          <Failure error={error} retry={() => mutate()} />
        </div>
      ) : !shown ? (
        <SkeletonBlock
          label="Lecture des livres en cours"
          bars={["mt-8 h-5 w-3/5", "mt-3 h-1.25 w-full", "mt-3 h-4 w-2/5"]}
        />
      ) : shown.length === 0 ? (
        <HowItWorks />
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {shown.map((job) => (
            <JobRow key={job.job_id} job={job} />
          ))}
        </ul>
      )}
    </section>
  );
}
