import { fromPrisma, type PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { makeStorable } from "../../contract/text.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import type { AttemptResult } from "../attempt/send.ts";
import { dataOf, queueEntry } from "../schedule/delivery-queue.ts";
import { disableDeleted } from "../schedule/delivery-rows.ts";
import { noteAdoptions } from "../secrets/adoption.ts";
import type { Claimed } from "./attempt-rows.ts";
import { recordHealth } from "./health.ts";
import { type Plan, plan } from "./plan.ts";

const tooManyRequests = 429;

export type Finished = { claimed: Claimed; result: AttemptResult };
type Settled = Finished & { plan: Plan; queueJobId: string | null };

/** An attempt's columns as JSON, the response in base64. */
export function attemptColumns(id: string, { explanation, ...result }: AttemptResult) {
  return {
    id,
    outcome: explanation ? "failed" : "delivered",
    responseStatus: result.status,
    responseHeaders: result.headers,
    responseBody: result.body?.toString("base64") ?? null,
    responseTruncated: result.truncated,
    verifiedKey: result.adoption?.fingerprint ?? null,
    failure: explanation?.failure ?? null,
    message: explanation ? makeStorable(explanation.message) : null,
    durationMs: result.durationMs,
    ...result.path.timings,
    remoteAddress: result.path.remoteAddress,
    finishedAt: result.finishedAt,
  };
}

/** Writes what came of attempts, all in one statement. */
export async function updateAttempts(tx: Transaction, columns: ReturnType<typeof attemptColumns>[]) {
  await tx.$executeRaw`
    UPDATE "Attempt" a SET
      outcome = x.outcome::"AttemptOutcome", "responseStatus" = x."responseStatus",
      "responseHeaders" = x."responseHeaders", "responseBody" = decode(x."responseBody", 'base64'),
      "responseTruncated" = x."responseTruncated", failure = x.failure, message = x.message,
      "durationMs" = x."durationMs", "dnsMs" = x."dnsMs", "connectMs" = x."connectMs", "tlsMs" = x."tlsMs",
      "firstByteMs" = x."firstByteMs", "remoteAddress" = x."remoteAddress",
      "verifiedKey" = x."verifiedKey", "finishedAt" = x."finishedAt"
    FROM json_to_recordset(${JSON.stringify(columns)}::json) AS x(
      id uuid, outcome text, "responseStatus" int, "responseHeaders" jsonb, "responseBody" text,
      "responseTruncated" boolean, failure text, message text, "durationMs" int,
      "dnsMs" int, "connectMs" int, "tlsMs" int, "firstByteMs" int, "remoteAddress" text,
      "verifiedKey" text, "finishedAt" timestamptz)
    WHERE a.id = x.id`;
}

async function updateDeliveries(tx: Transaction, settled: Settled[]) {
  const columns = settled.map(({ claimed, result, plan: { status, scheduled, nextIn }, queueJobId }) => {
    const updatedAt = result.finishedAt;
    const nextAttemptAt = nextIn === null ? null : new Date(updatedAt.getTime() + nextIn);
    const { status: httpStatus, explanation } = result;
    const outcome = { httpStatus, failure: explanation?.failure ?? null };
    const missedAt = status === "failed" ? updatedAt : null;
    return { id: claimed.row.id, status, scheduled, nextAttemptAt, queueJobId, ...outcome, missedAt, updatedAt };
  });
  await tx.$executeRaw`
    UPDATE "Delivery" d SET
      status = x.status::"DeliveryStatus", scheduled = x.scheduled, "nextAttemptAt" = x."nextAttemptAt",
      "queueJobId" = x."queueJobId", "httpStatus" = x."httpStatus", failure = x.failure,
      "resentFrom" = CASE WHEN x.status = 'pending' THEN d."resentFrom" END,
      "missedAt" = coalesce(d."missedAt", x."missedAt"), "updatedAt" = x."updatedAt"
    FROM json_to_recordset(${JSON.stringify(columns)}::json) AS x(
      id uuid, status text, scheduled int, "nextAttemptAt" timestamptz, "queueJobId" uuid, "httpStatus" int,
      failure text, "missedAt" timestamptz, "updatedAt" timestamptz)
    WHERE d.id = x.id`;
}

async function queueNext(boss: PgBoss, settled: Settled[], tx: Transaction) {
  const entries = settled.flatMap(({ claimed: { row }, result, plan: { nextIn }, queueJobId }) => {
    if (nextIn === null || !queueJobId) return [];
    const { endpointId } = row;
    return [queueEntry({ queueJobId, endpointId, data: dataOf(row), dueIn: nextIn, at: result.finishedAt })];
  });
  if (entries.length > 0) await boss.insert("delivery", entries, { db: fromPrisma(tx) });
}

function soonestOf(settled: Settled[]): number | undefined {
  const waits = settled.flatMap(({ plan: { nextIn } }) => (nextIn === null ? [] : [nextIn]));
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

/**
 * Records finished attempts and queues what follows each, in one transaction. A result whose claim has
 * lapsed is dropped: another worker has the delivery now.
 * @returns in how many milliseconds the soonest of what follows is due
 */
export async function record(boss: PgBoss, finished: Finished[]): Promise<number | undefined> {
  const { soonest, said } = await transaction(async (tx) => {
    const jobs = finished.map(({ claimed }) => claimed.job);
    const completed: { settled?: string[] } = await boss.complete("delivery", jobs, null, { db: fromPrisma(tx) });
    const ours = new Set(completed.settled);
    const settled = finished
      .filter(({ claimed }) => ours.has(claimed.job.id))
      .map(({ claimed, result }) => {
        const { retryAfterMs, explanation } = result;
        const attempted = { scheduled: claimed.row.scheduled, retryAfterMs, failure: explanation?.failure ?? null };
        const { resend, bulk } = claimed.job.data;
        const resent = resend && { resend, refused: bulk === true && result.status === tooManyRequests };
        const next = plan({ ...attempted, ...resent }, claimed.config.schedule);
        return { claimed, result, plan: next, queueJobId: next.nextIn === null ? null : newId() };
      });
    if (settled.length === 0) return { soonest: undefined, said: [] };
    await updateAttempts(
      tx,
      settled.map(({ claimed, result }) => attemptColumns(claimed.attemptId, result)),
    );
    await updateDeliveries(tx, settled);
    await queueNext(boss, settled, tx);
    const waiting = settled.filter(({ plan: { nextIn } }) => nextIn !== null);
    await disableDeleted(
      tx,
      waiting.map(({ claimed }) => claimed.row.id),
    );
    const said = await recordHealth(tx, settled, { boss, at: now() });
    // After the endpoint, as a rotation does: two that lock in opposite orders would wait for each other.
    await noteAdoptions(
      tx,
      settled.map(({ result }) => result),
    );
    return { soonest: soonestOf(settled), said };
  });
  for (const say of said) say();
  return soonest;
}
