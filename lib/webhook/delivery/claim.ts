import { fromPrisma, type PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { QueueData } from "../../queue/queues.ts";
import { readConfigs } from "../endpoints/config.ts";
import { markInterrupted, readBodies, unmarkPostponed } from "../schedule/delivery-rows.ts";
import { type Claimed, type DeliveryJob, insertAttempts, prepare } from "./attempt-rows.ts";
import { type Bound, disable, holdsBack, sift } from "./select-sendable.ts";

/** Puts an attempt on record for each. @returns what leaves: an event without its bytes does not */
async function depart(tx: Transaction, bound: Bound[], at: Date): Promise<Claimed[]> {
  const bodies = await readBodies(
    tx,
    bound.map(({ row }) => row),
  );
  const leaving = bound.flatMap((one) => {
    const body = bodies.get(one.row.eventId);
    return body ? [{ ...one, body }] : [];
  });
  const ids = (all: Bound[]) => all.map(({ row }) => row.id);
  await markInterrupted(tx, ids(leaving.filter(({ row }) => row.interrupted)), at);
  await disable(
    tx,
    bound.filter(({ row }) => !bodies.has(row.eventId)),
    at,
  );
  await unmarkPostponed(tx, ids(leaving.filter(({ row }) => row.postponed)));
  const claimed = leaving.map((one) => prepare(one, one.config, at));
  await insertAttempts(tx, claimed, at);
  return claimed;
}

type Split = (jobs: DeliveryJob[]) => { ready: DeliveryJob[]; parked: DeliveryJob[] };

/** What is to become of jobs that are held: those that leave, those without a place, and those that are over. */
async function dispatch(tx: Transaction, jobs: DeliveryJob[], { boss, split }: { boss: PgBoss; split: Split }) {
  if (jobs.length === 0) return { claimed: [], parked: [] };
  const at = now();
  const configs = new Map((await readConfigs(tx)).map((config) => [config.endpointId, config]));
  const mayStay = (job: DeliveryJob) => holdsBack(configs.get(job.groupId ?? ""), at);
  const calm = split(jobs.filter((job) => !mayStay(job)));
  const sifted = await sift(tx, [...calm.ready, ...jobs.filter(mayStay)], { boss, at, configs });
  // What stays has taken nobody's place.
  const rest = split(sifted.map(({ job }) => job).filter(mayStay));
  const parked = [...calm.parked, ...rest.parked];
  const waiting = new Set(parked);
  const claimed = await depart(
    tx,
    sifted.filter(({ job }) => !waiting.has(job)),
    at,
  );
  const going = new Set([...claimed.map(({ job }) => job), ...parked]);
  const over = jobs.filter((job) => !going.has(job));
  if (over.length > 0) await boss.complete("delivery", over, null, { db: fromPrisma(tx) });
  return { claimed, parked };
}

type Options = {
  /** At most this many are fetched, none of `ignoreGroups`. */
  batchSize: number;
  ignoreGroups?: string[];
  /** Jobs fetched before and parked since. */
  resumed?: DeliveryJob[];
  /** Of jobs that are held, which go on and which are parked. */
  split?: Split;
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
    const kept: { settled?: string[] } = resumed.length > 0 ? await boss.touch("delivery", resumed, queue) : {};
    const ours = new Set(kept.settled);
    const jobs = [...resumed.filter(({ id }) => ours.has(id)), ...inTurn(fetched)];
    return { ...(await dispatch(tx, jobs, { boss, split })), fetched: fetched.length };
  });
}
