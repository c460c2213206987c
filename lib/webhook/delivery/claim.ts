import { fromPrisma, type PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { QueueData } from "../../queue/queues.ts";
import { blockedReason, type EndpointConfig, readConfigs } from "../endpoints/config.ts";
import { isThrottled, postpone } from "../health/postpone.ts";
import { type Claimed, type DeliveryJob, insertAttempts, prepare } from "./departure.ts";
import {
  type DeliveryRow,
  lockDeliveries,
  markDisabled,
  markInterrupted,
  readBodies,
  unmarkPostponed,
} from "./rows.ts";

type Due = { job: DeliveryJob; row: DeliveryRow };

async function dueRows(tx: Transaction, jobs: DeliveryJob[]): Promise<Due[]> {
  const rows = await lockDeliveries(
    tx,
    jobs.map((job) => job.data.deliveryId),
  );
  return jobs.flatMap((job) => {
    const row = rows.get(job.data.deliveryId);
    return row?.queueJobId === job.id && row.status === "pending" ? [{ job, row }] : [];
  });
}

/** A person asked for this one: neither a switch nor a throttle keeps it. What is resent in bulk waits like a retry. */
const wanted = ({ job }: Due) => job.data.resend !== undefined && !job.data.bulk;

/** An event's first attempt waits for nobody, nor does one that was cut off, nor a person. */
const waits = (due: Due, config: EndpointConfig, at: Date) =>
  isThrottled(config.throttledUntil, at) &&
  (due.row.scheduled > 0 || due.job.data.bulk === true) &&
  !due.row.interrupted &&
  !wanted(due);

/** Decides what becomes of what is due, and writes it down. @returns what leaves */
async function dispatch(tx: Transaction, due: Due[], { boss, at }: { boss: PgBoss; at: Date }): Promise<Claimed[]> {
  const configs = new Map((await readConfigs(tx)).map((config) => [config.endpointId, config]));
  const sendable = due.flatMap((one) => {
    const config = configs.get(one.row.endpointId);
    return config && (wanted(one) || blockedReason(config) === null) ? [{ ...one, config }] : [];
  });
  const retries = sendable.filter((one) => waits(one, one.config, at)).map(({ row }) => row);
  const postponed = await postpone(tx, retries, { boss, at });
  const ready = sendable.filter(({ row }) => !postponed.has(row.id));
  const bodies = await readBodies(
    tx,
    ready.map(({ row }) => row),
  );
  const leaving = ready.flatMap((one) => {
    const body = bodies.get(one.row.eventId);
    return body ? [{ ...one, body }] : [];
  });
  const ids = (all: { row: DeliveryRow }[]) => all.map(({ row }) => row.id);
  const kept = new Set([...postponed, ...ids(leaving)]);
  await markInterrupted(tx, ids(due.filter(({ row }) => row.interrupted)), at);
  await markDisabled(tx, ids(due.filter(({ row }) => !kept.has(row.id))), at);
  await unmarkPostponed(tx, ids(leaving.filter(({ row }) => row.postponed)));
  const claimed = leaving.map((one) => prepare(one, one.config, at));
  await insertAttempts(tx, claimed, at);
  return claimed;
}

type Options = {
  /** At most this many are fetched, none of `ignoreGroups`. */
  batchSize: number;
  ignoreGroups?: string[];
  /** Jobs fetched before and parked since. */
  resumed?: DeliveryJob[];
  /** Of jobs just fetched, which go on and which are parked. */
  split?: (fetched: DeliveryJob[]) => { ready: DeliveryJob[]; parked: DeliveryJob[] };
};

export type Claim = { claimed: Claimed[]; parked: DeliveryJob[]; fetched: number };

/** The queue chooses by priority and time, and answers in any order. */
const inTurn = (jobs: DeliveryJob[]) =>
  jobs.toSorted((a, b) => Number(a.data.bulk ?? false) - Number(b.data.bulk ?? false) || (a.id < b.id ? -1 : 1));

const goOn = (ready: DeliveryJob[]) => ({ ready, parked: [] });

/**
 * Takes due jobs from the queue and puts an attempt on record for each, in one transaction, before any
 * request leaves. A job that is not its delivery's current one is dropped; a delivery that is due while
 * sending is off becomes `disabled`, unless a person asked for it; a retry waits for an endpoint that is slowed
 * down. What is parked has no attempt: its claim alone is held.
 */
export function claim(
  boss: PgBoss,
  { batchSize, ignoreGroups = [], resumed = [], split = goOn }: Options,
): Promise<Claim> {
  return transaction(async (tx) => {
    const queue = { db: fromPrisma(tx) };
    const fetched =
      batchSize > 0 ? await boss.fetch<QueueData["delivery"]>("delivery", { batchSize, ignoreGroups, ...queue }) : [];
    const { ready, parked } = split(inTurn(fetched));
    const kept: { settled?: string[] } = resumed.length > 0 ? await boss.touch("delivery", resumed, queue) : {};
    const ours = new Set(kept.settled);
    const jobs = [...resumed.filter(({ id }) => ours.has(id)), ...ready];
    const claimed = jobs.length > 0 ? await dispatch(tx, await dueRows(tx, jobs), { boss, at: now() }) : [];
    const leaving = new Set(claimed.map(({ job }) => job.id));
    const dropped = jobs.filter((job) => !leaving.has(job.id));
    if (dropped.length > 0) await boss.complete("delivery", dropped, null, queue);
    return { claimed, parked, fetched: fetched.length };
  });
}
