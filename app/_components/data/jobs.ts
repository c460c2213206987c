"use client";

import useSWR from "swr";
import type { JobDetail, JobList, JobView } from "#lib/contract/book.ts";
import { jobs } from "./keys.ts";
import type { RequestFailed } from "./request.ts";

const settled: JobView["status"][] = ["completed", "failed", "cancelled"];
export const isWriting = (job: JobView) => !settled.includes(job.status);
/** Something about it may change within seconds. */
export const isMoving = (job: JobView) =>
  (isWriting(job) && job.status !== "awaiting_approval") || job.webhook.status === "pending";

// Not inside the hooks: SWR starts its wait again whenever it is given another function.
const listRhythm = (list?: JobList) => (list?.items.some(isMoving) ? 1000 : 5000);
const jobRhythm = (job?: JobDetail) => (!job || isMoving(job) ? 1000 : 10_000);
/** While a stream tells what changes, looking is only a precaution. */
const followedRhythm = (job?: JobDetail) => (job && isWriting(job) ? 10_000 : jobRhythm(job));

export function useJobs() {
  return useSWR<JobList, RequestFailed>(jobs.latest, {
    refreshInterval: listRhythm,
  });
}

export function useJob(id: string, followed = false) {
  return useSWR<JobDetail, RequestFailed>(jobs.one(id), {
    refreshInterval: followed ? followedRhythm : jobRhythm,
  });
}
