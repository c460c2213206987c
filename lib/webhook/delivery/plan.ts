import type { DeliveryStatus } from "../../database/generated/client.ts";
import { jitter } from "./schedule.ts";

/** What an attempt leaves behind: the delivery's state, and how many milliseconds until the next attempt. */
export type Plan = { status: DeliveryStatus; scheduled: number; nextIn: number | null };

type Attempted = {
  /** Attempts of the schedule used before this one. */
  scheduled: number;
  /** What the delivery was when a person asked for this attempt; absent for one of the schedule. */
  resend?: DeliveryStatus;
  failure: string | null;
  retryAfterMs: number;
};

/**
 * What follows an attempt (contract §4). A resend is one attempt outside the schedule: when it fails, a
 * delivery that was waiting goes on waiting, one that had arrived has still arrived, any other has failed.
 */
export function plan({ scheduled, resend, failure, retryAfterMs }: Attempted, schedule: number[]): Plan {
  const used = resend ? scheduled : scheduled + 1;
  if (!failure || resend === "delivered") return { status: "delivered", scheduled: used, nextIn: null };
  const delay = schedule[used];
  const over = delay === undefined || failure === "gone" || (resend && resend !== "pending");
  if (over) return { status: "failed", scheduled: used, nextIn: null };
  return { status: "pending", scheduled: used, nextIn: Math.max(jitter(delay), retryAfterMs) };
}
