import type { Queue } from "pg-boss";

const tenYearsSeconds = 10 * 365 * 86_400;

/** A stage of an older `run` than the job's does nothing. */
export type QueueData = {
  /** Without a position: the first look at the subject. */
  research: { jobId: string; run: number; position?: number };
  outline: { jobId: string; run: number };
  chapter: { jobId: string; run: number; position: number };
  continuity: { jobId: string; run: number; position: number };
  review: { jobId: string; run: number };
  report: { jobId: string; run: number };
  finalize: { jobId: string; run: number };
  /** `resend` is the status when a person asked to send again; `bulk` marks one of many. */
  delivery: { deliveryId: string; resend?: "pending" | "delivered" | "failed" | "disabled"; bulk?: true };
  resend: { bulkResendId: string };
};
export type QueueName = keyof QueueData;

/**
 * Our own rows count failures: an entry may lose its worker any number of times. The lifetimes are long because past
 * its defaults pg-boss silently deletes waiting entries and runs active ones again.
 */
const policy: Omit<Queue, "name"> = {
  retryLimit: 1_000_000,
  retryDelay: 0,
  heartbeatSeconds: 10,
  expireInSeconds: 86_400,
  retentionSeconds: tenYearsSeconds,
  deleteAfterSeconds: 86_400,
  notify: true,
};

export const queues: Record<QueueName, Omit<Queue, "name">> = {
  research: policy,
  outline: policy,
  chapter: policy,
  continuity: policy,
  review: policy,
  report: policy,
  finalize: policy,
  delivery: policy,
  resend: policy,
};
