import type { PgBoss } from "pg-boss";
import type { Transaction } from "../../database/client.ts";
import { blockedReason, type EndpointConfig } from "../endpoints/config.ts";
import { isThrottled, postpone } from "../schedule/postpone.ts";
import { type DeliveryRow, lockDeliveries, markDisabled, markInterrupted } from "../schedule/delivery-rows.ts";
import type { DeliveryJob } from "./attempt-rows.ts";

export type Due = { job: DeliveryJob; row: DeliveryRow };
/** Due, with where it goes. */
export type Bound = Due & { config: EndpointConfig };

type Context = { boss: PgBoss; at: Date; configs: Map<string, EndpointConfig> };

/** Locks what jobs stand for. A job that is not its delivery's current one stands for nothing. */
async function dueRows(tx: Transaction, jobs: DeliveryJob[]): Promise<Due[]> {
  if (jobs.length === 0) return [];
  const rows = await lockDeliveries(
    tx,
    jobs.map((job) => job.data.deliveryId),
  );
  return jobs.flatMap((job) => {
    const row = rows.get(job.data.deliveryId);
    return row?.queueJobId === job.id && row.status === "pending" ? [{ job, row }] : [];
  });
}

/** What is due while sending is off. */
export async function disable(tx: Transaction, due: Due[], at: Date) {
  const ids = (all: Due[]) => all.map(({ row }) => row.id);
  await markInterrupted(tx, ids(due.filter(({ row }) => row.interrupted)), at);
  await markDisabled(tx, ids(due), at);
}

/** Whether some of what is due for an endpoint stays: that needs no place among its requests. */
export const holdsBack = (config: EndpointConfig | undefined, at: Date) =>
  !config || isThrottled(config.throttledUntil, at) || blockedReason(config) !== null;

/** A person asked for this one: neither a switch nor a throttle keeps it. What is resent in bulk waits like a retry. */
const wanted = ({ job }: Due) => job.data.resend !== undefined && !job.data.bulk;

/** An event's first attempt waits for nobody, nor does one that was cut off, nor a person. */
const waits = (bound: Bound, at: Date) =>
  isThrottled(bound.config.throttledUntil, at) &&
  (bound.row.scheduled > 0 || bound.job.data.bulk === true) &&
  !bound.row.interrupted &&
  !wanted(bound);

/** Of what is due, what may leave. What may not is written down: as disabled, or as waiting for its endpoint. */
export async function sift(tx: Transaction, jobs: DeliveryJob[], { boss, at, configs }: Context): Promise<Bound[]> {
  const due = await dueRows(tx, jobs);
  const sendable = due.flatMap((one) => {
    const config = configs.get(one.row.endpointId);
    return config && (wanted(one) || blockedReason(config) === null) ? [{ ...one, config }] : [];
  });
  const retries = sendable.filter((one) => waits(one, at)).map(({ row }) => row);
  const postponed = await postpone(tx, retries, { boss, at });
  const kept = new Set(sendable.map(({ row }) => row.id));
  await disable(
    tx,
    due.filter(({ row }) => !kept.has(row.id)),
    at,
  );
  return sendable.filter(({ row }) => !postponed.has(row.id));
}
