import type { DeliveryStatus } from "../../database/generated/client.ts";
import { jitter } from "../schedule/jitter.ts";

const refusedDelayMs = 1000;

/** The delivery's state after an attempt; `nextInMs` is null when no attempt follows. */
export type Plan = { status: DeliveryStatus; scheduled: number; nextInMs: number | null };

type Attempted = {
  /** Attempts of the schedule used before this one. */
  scheduled: number;
  /** The delivery's status when a person asked for this attempt; absent for one of the schedule. */
  resend?: DeliveryStatus;
  /** A bulk resend came too soon for the endpoint. */
  refused?: boolean;
  failure: string | null;
  retryAfterMs: number;
};

/**
 * Plans what follows an attempt (contract §4). A resend is one attempt outside the schedule: when it fails, a delivery
 * that was waiting goes on waiting, one that had arrived has still arrived, any other has failed. In bulk, one that came
 * too soon comes again: a limit on requests is no reason for most of them to have failed.
 */
export function plan({ scheduled, resend, refused, failure, retryAfterMs }: Attempted, schedule: number[]): Plan {
  const used = resend ? scheduled : scheduled + 1;
  if (refused) return { status: "pending", scheduled: used, nextInMs: Math.max(jitter(refusedDelayMs), retryAfterMs) };
  if (!failure || resend === "delivered") return { status: "delivered", scheduled: used, nextInMs: null };
  const delayMs = schedule[used];
  const isOver = delayMs === undefined || failure === "gone" || (resend && resend !== "pending");
  if (isOver) return { status: "failed", scheduled: used, nextInMs: null };
  return { status: "pending", scheduled: used, nextInMs: Math.max(jitter(delayMs), retryAfterMs) };
}
