import type { DeliveryStatus } from "../../database/generated/client.ts";
import { jitter } from "../schedule/jitter.ts";

const soon = 1000;

/** What an attempt leaves behind: the delivery's state, and how many milliseconds until the next attempt. */
export type Plan = { status: DeliveryStatus; scheduled: number; nextIn: number | null };

type Attempted = {
  /** Attempts of the schedule used before this one. */
  scheduled: number;
  /** What the delivery was when a person asked for this attempt; absent for one of the schedule. */
  resend?: DeliveryStatus;
  /** One of a bulk resend, and the endpoint wants no more at this moment. */
  refused?: boolean;
  failure: string | null;
  retryAfterMs: number;
};

/**
 * What follows an attempt (contract §4). A resend is one attempt outside the schedule: when it fails, a
 * delivery that was waiting goes on waiting, one that had arrived has still arrived, any other has failed. In bulk,
 * one that came too soon comes again: a limit on requests is no reason for most of them to have failed.
 */
export function plan({ scheduled, resend, refused, failure, retryAfterMs }: Attempted, schedule: number[]): Plan {
  const used = resend ? scheduled : scheduled + 1;
  if (refused) return { status: "pending", scheduled: used, nextIn: Math.max(jitter(soon), retryAfterMs) };
  if (!failure || resend === "delivered") return { status: "delivered", scheduled: used, nextIn: null };
  const delay = schedule[used];
  const over = delay === undefined || failure === "gone" || (resend && resend !== "pending");
  if (over) return { status: "failed", scheduled: used, nextIn: null };
  return { status: "pending", scheduled: used, nextIn: Math.max(jitter(delay), retryAfterMs) };
}
