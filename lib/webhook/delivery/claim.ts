import { fromPrisma, type PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { QueueData } from "../../queue/queues.ts";
import { readConfigs } from "../endpoints/config.ts";
import { markInterrupted, readBodies, unmarkPostponed } from "../schedule/delivery-rows.ts";
import { type Claimed, type DeliveryJob, insertAttempts, prepareAttempt } from "./attempt-rows.ts";
import { type DueDelivery, disableDue, hasReasonToDefer, selectSendable } from "./select-sendable.ts";

const idsOf = (due: DueDelivery[]) => due.map(({ row }) => row.id);

async function recordAttempts(tx: Transaction, due: DueDelivery[], at: Date): Promise<Claimed[]> {
  const rows = due.map(({ row }) => row);
  const bodies = await readBodies(tx, rows);
  const sendable = due.flatMap((one) => {
    const body = bodies.get(one.row.eventId);
    return body ? [{ ...one, body }] : [];
  });
  const pruned = due.filter(({ row }) => !bodies.has(row.eventId));
  const interrupted = sendable.filter(({ row }) => row.interrupted);
  const postponed = sendable.filter(({ row }) => row.postponed);
  await markInterrupted(tx, idsOf(interrupted), at);
  await disableDue(tx, pruned, at);
  await unmarkPostponed(tx, idsOf(postponed));
  const claimed = sendable.map((one) => prepareAttempt(one, at));
  await insertAttempts(tx, claimed, at);
  return claimed;
}

type Split = (jobs: DeliveryJob[]) => { ready: DeliveryJob[]; deferred: DeliveryJob[] };

/** Decides on held jobs: some get an attempt, some are deferred for want of room, and those that are over are completed. */
async function dispatch(tx: Transaction, jobs: DeliveryJob[], { boss, split }: { boss: PgBoss; split: Split }) {
  if (jobs.length === 0) return { claimed: [], deferred: [] };
  const at = now();
  const configs = new Map((await readConfigs(tx)).map((config) => [config.endpointId, config]));
  const mayNeedNoRoom = (job: DeliveryJob) => hasReasonToDefer(configs.get(job.groupId ?? ""), at);
  const first = split(jobs.filter((job) => !mayNeedNoRoom(job)));
  const candidates = [...first.ready, ...jobs.filter(mayNeedNoRoom)];
  const sendable = await selectSendable(tx, candidates, { boss, at, configs });
  // Room is given out only now, to those that neither wait nor were disabled.
  const second = split(sendable.map(({ job }) => job).filter(mayNeedNoRoom));
  const deferred = [...first.deferred, ...second.deferred];
  const isDeferred = new Set(deferred);
  const going = sendable.filter(({ job }) => !isDeferred.has(job));
  const claimed = await recordAttempts(tx, going, at);
  const kept = new Set([...claimed.map(({ job }) => job), ...deferred]);
  const over = jobs.filter((job) => !kept.has(job));
  if (over.length > 0) await boss.complete("delivery", over, null, { db: fromPrisma(tx) });
  return { claimed, deferred };
}

type Options = {
  batchSize: number;
  ignoreGroups?: string[];
  resumed?: DeliveryJob[];
  split?: Split;
};

export type Claim = { claimed: Claimed[]; deferred: DeliveryJob[]; fetched: number };

/** The queue chooses by priority and time, but answers in any order. */
const inQueueOrder = (jobs: DeliveryJob[]) =>
  jobs.toSorted((a, b) => Number(a.data.bulk ?? false) - Number(b.data.bulk ?? false) || (a.id < b.id ? -1 : 1));

const allReady: Split = (ready) => ({ ready, deferred: [] });

/** An attempt is on record before its request leaves; a deferred job has none, only its claim. */
export function claim(
  boss: PgBoss,
  { batchSize, ignoreGroups = [], resumed = [], split = allReady }: Options,
): Promise<Claim> {
  return transaction(async (tx) => {
    const queue = { db: fromPrisma(tx) };
    const fetched =
      batchSize > 0 ? await boss.fetch<QueueData["delivery"]>("delivery", { batchSize, ignoreGroups, ...queue }) : [];
    const touched: { settled?: string[] } = resumed.length > 0 ? await boss.touch("delivery", resumed, queue) : {};
    const stillOurs = new Set(touched.settled);
    const jobs = [...resumed.filter(({ id }) => stillOurs.has(id)), ...inQueueOrder(fetched)];
    return { ...(await dispatch(tx, jobs, { boss, split })), fetched: fetched.length };
  });
}
