"use client";

import useSWR from "swr";
import type { JobDetail, JobList, JobView } from "#lib/contract/job.ts";
import type { ChapterText } from "#lib/contract/reading.ts";
import { isAwaiting, isEnded } from "#lib/contract/values.ts";
import { jobs } from "./keys.ts";
import { usePolled } from "./polled.ts";
import type { RequestFailed } from "./request.ts";

export const isWriting = (job: JobView) => !isEnded(job.status);
/** Tells that it is being written now: no person has to say something first. */
export const isAtWork = (job: JobView) => isWriting(job) && !isAwaiting(job.status);
/** Tells that a job may change within seconds. */
export const isMoving = (job: JobView) => isAtWork(job) || job.webhook.status === "pending";

const listRefreshMs = (list?: JobList) => (list?.items.some(isMoving) ? 1000 : 10_000);
const jobRefreshMs = (job?: JobDetail) => (!job || isMoving(job) ? 1000 : 10_000);
/** While a stream announces the changes, polling is only a precaution. */
const followedRefreshMs = (job?: JobDetail) => (job && isWriting(job) ? 10_000 : jobRefreshMs(job));

export function useJobs() {
  return usePolled<JobList>(jobs.latest, listRefreshMs);
}

/** The jobs that wait for a person, those too that the latest no longer show. */
export function useAwaitingJobs() {
  return useSWR<JobList, RequestFailed>(jobs.awaiting, { refreshInterval: 10_000 });
}

/** Whether any job is unfinished; undefined until that is known. */
export function useAnyUnfinished() {
  const { data, mutate } = useSWR<JobList, RequestFailed>(jobs.unfinished, { refreshInterval: 10_000 });
  return { any: data && data.items.length > 0, mutate };
}

/** One page of all the jobs a query keeps. */
export function useJobPage(query: string) {
  return usePolled<JobList>(jobs.page(query), listRefreshMs, { keepPreviousData: true });
}

/** The text of a job's chapter. */
export function useJobChapter(id: string, position: number) {
  return useSWR<ChapterText, RequestFailed>(jobs.chapter(id, position), { revalidateOnFocus: false });
}

export function useJob(id: string, followed = false) {
  return usePolled<JobDetail>(jobs.one(id), followed ? followedRefreshMs : jobRefreshMs);
}
