import type { Queue } from "pg-boss";

const years = 10 * 365 * 86_400;

/** What each queue carries. `run` is the job's run when it was queued: a stage of an older run does nothing. */
export type QueueData = {
  research: { jobId: string; run: number };
  outline: { jobId: string; run: number };
  chapter: { jobId: string; run: number; position: number };
  review: { jobId: string; run: number };
  finalize: { jobId: string; run: number };
  /** `resend` is what the delivery was when a person asked to send it again, `bulk` that it was one of many. */
  delivery: { deliveryId: string; resend?: "pending" | "delivered" | "failed" | "disabled"; bulk?: true };
  /** A bulk resend to feed to the delivery queue. */
  resend: { bulkResendId: string };
};
export type QueueName = keyof QueueData;

/**
 * A crash is not a failure: a job may be lost by its worker as often as the machine falls over, and only
 * the heartbeat tells that its worker died. Real failures are counted in our own rows. The lifetimes are
 * long because pg-boss silently deletes waiting jobs and re-runs living ones past its defaults.
 */
const policy: Omit<Queue, "name"> = {
  retryLimit: 1_000_000,
  retryDelay: 0,
  heartbeatSeconds: 10,
  expireInSeconds: 86_400,
  retentionSeconds: years,
  deleteAfterSeconds: 86_400,
  notify: true,
};

export const queues: Record<QueueName, Omit<Queue, "name">> = {
  research: policy,
  outline: policy,
  chapter: policy,
  review: policy,
  finalize: policy,
  delivery: policy,
  resend: policy,
};
