"use client";

import dynamic from "next/dynamic";
import useSWR from "swr";
import { isWriting, useJob } from "#app/_components/data/jobs.ts";
import { jobs } from "#app/_components/data/keys.ts";
import { useLive } from "#app/_components/data/live.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { NotHere } from "#app/_components/ui/not-here.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import { continuityOf } from "#lib/contract/values.ts";
import { Bible } from "../_bible/bible.tsx";
import { Delivery } from "../_delivery/delivery.tsx";
import { Announce } from "../_live/announce.tsx";
import { Quality } from "../_quality/quality.tsx";
import { Warnings } from "../_quality/warnings.tsx";
import { Chapters } from "./chapters.tsx";
import { DeleteJob } from "./delete-job.tsx";
import { JobHeading } from "./job-heading.tsx";
import { JobSkeleton } from "./job-skeleton.tsx";
import { Manuscript } from "./manuscript.tsx";
import { Order } from "./order.tsx";
import { Stages } from "./stages.tsx";

const OutlineEditor = dynamic(() => import("../_outline/outline-editor.tsx").then((module) => module.OutlineEditor));

/** Before the first chapter there is nothing in it. */
const hasBible = ({ options, demo, chapters }: JobDetail) =>
  continuityOf(options) === "sequential" && !demo && chapters.length > 0;

export function JobPage({ id }: { id: string }) {
  const { data: known } = useSWR<JobDetail>(jobs.one(id), null);
  const live = useLive(id, known !== undefined && isWriting(known));
  const { data: job, error, mutate } = useJob(id, live.state === "live");
  if (error?.status === 404 || error?.status === 422) {
    return (
      <NotHere
        title="Cette rédaction n’existe pas"
        text="L’adresse est peut-être incomplète, ou les données ont été remises à zéro."
      />
    );
  }
  if (!job) {
    if (!error) return <JobSkeleton />;
    return (
      <div className="max-w-xl pt-11">
        <Failure error={error} retry={() => mutate()} />
      </div>
    );
  }
  return (
    <>
      <title>{`${isWriting(job) ? `${job.progress} % · ` : ""}${job.title} — Sorami`}</title>
      <JobHeading job={job} />
      <Announce job={job} />
      <div className="mt-11 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          {job.status === "awaiting_approval" && job.outline && job.chapters.length === 0 ? (
            <OutlineEditor id={job.job_id} outline={job.outline} />
          ) : (
            <Chapters job={job} live={live} />
          )}
          {hasBible(job) && <Bible job={job} />}
          <Warnings job={job} />
          <Quality job={job} />
        </div>
        <aside className="space-y-10">
          <Delivery job={job} />
          {job.manuscript ? (
            <Manuscript job={job} manuscript={job.manuscript} />
          ) : (
            <>
              <Stages job={job} />
              <Order job={job} />
            </>
          )}
          <DeleteJob job={job} />
        </aside>
      </div>
    </>
  );
}
