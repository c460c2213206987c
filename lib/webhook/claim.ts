import { fromPrisma, type Job, type PgBoss } from "pg-boss";
import { now } from "../clock.ts";
import { type Transaction, transaction } from "../database/client.ts";
import { newId } from "../ids.ts";
import type { QueueData } from "../queue/queues.ts";
import { blockedReason, type EndpointConfig, readConfigs } from "./config.ts";
import { masked, requestHeaders } from "./headers.ts";
import { type DeliveryRow, lockDeliveries, markDisabled, markInterrupted } from "./rows.ts";
import type { SendableEvent } from "./send.ts";

export type DeliveryJob = Job<QueueData["delivery"]>;

/** A delivery whose attempt is on record and whose request may leave. */
export type Claimed = {
  job: DeliveryJob;
  row: DeliveryRow;
  event: SendableEvent;
  config: EndpointConfig;
  attemptId: string;
  headers: Record<string, string>;
};

async function dueRows(tx: Transaction, jobs: DeliveryJob[]) {
  const rows = await lockDeliveries(
    tx,
    jobs.map((job) => job.data.deliveryId),
  );
  return jobs.flatMap((job) => {
    const row = rows.get(job.data.deliveryId);
    return row?.queueJobId === job.id && row.status === "pending" ? [{ job, row }] : [];
  });
}

/** `Buffer.from` walks a long text twice, to measure it first. */
function toBytes(text: string): Buffer {
  const buffer = Buffer.allocUnsafe(3 * text.length);
  return buffer.subarray(0, buffer.write(text));
}

type Due = { job: DeliveryJob; row: DeliveryRow; body: string };

function prepare({ job, row, body }: Due, config: EndpointConfig, at: Date): Claimed {
  const event = { id: row.eventId, type: row.type, jobId: row.jobId, body: toBytes(body) };
  return { job, row, event, config, attemptId: newId(), headers: requestHeaders(event, config, { at }) };
}

async function insertAttempts(tx: Transaction, claimed: Claimed[], startedAt: Date) {
  if (claimed.length === 0) return;
  const rows = claimed.map(({ job, row, config, attemptId, headers }) => ({
    id: attemptId,
    deliveryId: row.id,
    number: row.attempts + 1,
    trigger: job.data.resend ? "resend" : "schedule",
    url: config.url,
    requestHeaders: masked(headers, config),
    startedAt,
  }));
  await tx.$executeRaw`
    INSERT INTO "Attempt" (id, "deliveryId", number, trigger, url, "requestHeaders", "startedAt")
    SELECT id, "deliveryId", number, trigger::"AttemptTrigger", url, "requestHeaders", "startedAt"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(
      id uuid, "deliveryId" uuid, number int, trigger text, url text, "requestHeaders" jsonb, "startedAt" timestamptz)`;
}

/**
 * Takes due jobs from the queue and puts an attempt on record for each, in one transaction, before any
 * request leaves. A job that is not its delivery's current one is dropped; a delivery that is due while
 * sending is off becomes `disabled`, unless a person asked for it.
 * @returns what may leave, and how many jobs were taken for it
 */
export function claim(
  boss: PgBoss,
  options: { batchSize: number; ignoreGroups?: string[] },
): Promise<{ claimed: Claimed[]; taken: number }> {
  return transaction(async (tx) => {
    const queue = { db: fromPrisma(tx) };
    const jobs = await boss.fetch<QueueData["delivery"]>("delivery", { ...options, ...queue });
    if (jobs.length === 0) return { claimed: [], taken: 0 };
    const due = await dueRows(tx, jobs);
    const configs = new Map((await readConfigs(tx)).map((config) => [config.endpointId, config]));
    const at = now();
    const claimed = due.flatMap(({ job, row }) => {
      const config = configs.get(row.endpointId);
      const { body } = row;
      if (!config || body === null) return [];
      const leaves = job.data.resend || blockedReason(config) === null;
      return leaves ? [prepare({ job, row, body }, config, at)] : [];
    });
    const leaving = new Set(claimed.map(({ job }) => job.id));
    const staying = due.filter(({ job }) => !leaving.has(job.id));
    await markInterrupted(
      tx,
      due.filter(({ row }) => row.interrupted).map(({ row }) => row.id),
      at,
    );
    await markDisabled(
      tx,
      staying.map(({ row }) => row.id),
      at,
    );
    await insertAttempts(tx, claimed, at);
    const dropped = jobs.filter((job) => !leaving.has(job.id));
    if (dropped.length > 0) await boss.complete("delivery", dropped, null, queue);
    return { claimed, taken: jobs.length };
  });
}
