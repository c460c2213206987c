import type { PgBoss } from "pg-boss";
import type { Transaction } from "../../database/client.ts";
import { blockedReason, type EndpointConfig } from "../endpoints/config.ts";
import { type DeliveryRow, lockDeliveries, markDisabled, markInterrupted } from "../schedule/delivery-rows.ts";
import { isThrottled, postpone } from "../schedule/postpone.ts";
import type { DeliveryJob } from "./attempt-rows.ts";

type Due = { job: DeliveryJob; row: DeliveryRow };
/** A due delivery with the configuration of its endpoint. */
export type DueDelivery = Due & { config: EndpointConfig };

type Context = { boss: PgBoss; at: Date; configs: Map<string, EndpointConfig> };

const idsOf = (due: Due[]) => due.map(({ row }) => row.id);

/** Locks the deliveries of jobs, without the jobs that are no longer their delivery's current one. */
async function lockDue(tx: Transaction, jobs: DeliveryJob[]): Promise<Due[]> {
  if (jobs.length === 0) return [];
  const ids = jobs.map((job) => job.data.deliveryId);
  const rows = await lockDeliveries(tx, ids);
  return jobs.flatMap((job) => {
    const row = rows.get(job.data.deliveryId);
    return row?.queueJobId === job.id && row.status === "pending" ? [{ job, row }] : [];
  });
}

/** Disables deliveries that are due and cannot be sent. */
export async function disableDue(tx: Transaction, due: Due[], at: Date) {
  const interrupted = due.filter(({ row }) => row.interrupted);
  await markInterrupted(tx, idsOf(interrupted), at);
  await markDisabled(tx, idsOf(due), at);
}

/** Tells that some of an endpoint's due deliveries may be disabled or postponed, which takes no place among its requests. */
export const hasReasonToDefer = (config: EndpointConfig | undefined, at: Date) =>
  !config || isThrottled(config.throttledUntil, at) || blockedReason(config) !== null;

/** A resend of one delivery passes a switch and a throttle; one in bulk waits like a retry. */
const isAskedFor = ({ job }: Due) => job.data.resend !== undefined && !job.data.bulk;

/** An event's first attempt never waits, nor does one that was interrupted. */
const mustWaitForThrottle = (due: DueDelivery, at: Date) =>
  isThrottled(due.config.throttledUntil, at) &&
  (due.row.scheduled > 0 || due.job.data.bulk === true) &&
  !due.row.interrupted &&
  !isAskedFor(due);

/** Selects the deliveries that may leave now; the others become disabled, or wait for their endpoint. */
export async function selectSendable(tx: Transaction, jobs: DeliveryJob[], { boss, at, configs }: Context) {
  const due = await lockDue(tx, jobs);
  const sendable = due.flatMap((one): DueDelivery[] => {
    const config = configs.get(one.row.endpointId);
    return config && (isAskedFor(one) || blockedReason(config) === null) ? [{ ...one, config }] : [];
  });
  const throttled = sendable.filter((one) => mustWaitForThrottle(one, at));
  const rows = throttled.map(({ row }) => row);
  const postponed = await postpone(tx, rows, { boss, at });
  const kept = new Set(idsOf(sendable));
  const blocked = due.filter(({ row }) => !kept.has(row.id));
  await disableDue(tx, blocked, at);
  return sendable.filter(({ row }) => !postponed.has(row.id));
}
