import type { DeliveryStatus } from "../../database/generated/client.ts";
import { jitter } from "../schedule/jitter.ts";

const refusedDelayMs = 1000;

export type Plan = { status: DeliveryStatus; scheduled: number; nextInMs: number | null };

type Attempted = {
  scheduled: number;
  /** The delivery's status when a person asked for this attempt; absent for one of the schedule. */
  resend?: DeliveryStatus;
  /** The time left until the attempt that it waited for, when a person asked for this one. */
  waitMs?: number;
  refused?: boolean;
  failure: string | null;
  retryAfterMs: number;
};

/**
 * Plans what follows an attempt (contract §4). When a resend fails, a delivery that was waiting goes on waiting for the
 * same time, one that had arrived has still arrived, any other has failed; a refused one of a bulk resend comes again.
 */
export function plan(attempted: Attempted, schedule: number[]): Plan {
  const { scheduled, resend, waitMs, refused, failure, retryAfterMs } = attempted;
  const used = resend ? scheduled : scheduled + 1;
  if (refused) return { status: "pending", scheduled: used, nextInMs: Math.max(jitter(refusedDelayMs), retryAfterMs) };
  if (!failure || resend === "delivered") return { status: "delivered", scheduled: used, nextInMs: null };
  const delayMs = schedule[used];
  const isOver = delayMs === undefined || failure === "gone" || (resend && resend !== "pending");
  if (isOver) return { status: "failed", scheduled: used, nextInMs: null };
  return { status: "pending", scheduled: used, nextInMs: Math.max(waitMs ?? jitter(delayMs), retryAfterMs, 0) };
}
