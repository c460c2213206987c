import { fromPrisma, type PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import { dataOf, queueEntry } from "../schedule/delivery-queue.ts";
import { disableDeleted } from "../schedule/delivery-rows.ts";
import { recordAdoptions } from "../secrets/adoption.ts";
import { attemptColumns, type Finished, updateAttempts } from "./attempt-rows.ts";
import { recordHealth } from "./health.ts";
import { type Plan, plan } from "./plan.ts";

const tooManyRequests = 429;

/** `refused`: a bulk resend was answered 429, and sends this one again. */
type Planned = Finished & { plan: Plan; queueJobId: string | null; refused: boolean };

function planNext({ claimed, result }: Finished): Planned {
  const { resend, bulk } = claimed.job.data;
  const { waitsUntil } = claimed.row;
  const refused = bulk === true && result.status === tooManyRequests;
  const next = plan(
    {
      scheduled: claimed.row.scheduled,
      failure: result.explanation?.failure ?? null,
      retryAfterMs: result.retryAfterMs,
      ...(resend && { resend, refused }),
      ...(waitsUntil && { waitMs: waitsUntil.getTime() - result.finishedAt.getTime() }),
    },
    claimed.config.schedule,
  );
  return { claimed, result, plan: next, queueJobId: next.nextInMs === null ? null : newId(), refused };
}

async function updateDeliveries(tx: Transaction, planned: Planned[]) {
  const columns = planned.map(({ claimed, result, plan: { status, scheduled, nextInMs }, queueJobId, refused }) => {
    const updatedAt = result.finishedAt;
    return {
      id: claimed.row.id,
      status,
      scheduled,
      nextAttemptAt: nextInMs === null ? null : new Date(updatedAt.getTime() + nextInMs),
      queueJobId,
      refused,
      httpStatus: result.status,
      failure: result.explanation?.failure ?? null,
      missedAt: status === "failed" ? updatedAt : null,
      updatedAt,
    };
  });
  await tx.$executeRaw`
    UPDATE "Delivery" d SET
      status = x.status::"DeliveryStatus", scheduled = x.scheduled, "nextAttemptAt" = x."nextAttemptAt",
      "queueJobId" = x."queueJobId", "httpStatus" = x."httpStatus", failure = x.failure,
      "resentFrom" = CASE WHEN x.refused THEN d."resentFrom" END,
      "waitsUntil" = CASE WHEN x.refused THEN d."waitsUntil" END,
      "missedAt" = coalesce(d."missedAt", x."missedAt"), "updatedAt" = x."updatedAt"
    FROM json_to_recordset(${JSON.stringify(columns)}::json) AS x(
      id uuid, status text, scheduled int, "nextAttemptAt" timestamptz, "queueJobId" uuid, refused boolean, "httpStatus" int,
      failure text, "missedAt" timestamptz, "updatedAt" timestamptz)
    WHERE d.id = x.id`;
}

async function queueNext(boss: PgBoss, planned: Planned[], tx: Transaction) {
  const entries = planned.flatMap(({ claimed: { row }, result, plan: { nextInMs }, queueJobId, refused }) => {
    if (nextInMs === null || !queueJobId) return [];
    const { endpointId } = row;
    const data = dataOf({ ...row, resentFrom: refused ? row.resentFrom : null });
    return [queueEntry({ queueJobId, endpointId, data, dueInMs: nextInMs, at: result.finishedAt })];
  });
  if (entries.length > 0) await boss.insert("delivery", entries, { db: fromPrisma(tx) });
}

function soonestOf(planned: Planned[]): number | undefined {
  const waits = planned.map(({ plan: { nextInMs } }) => nextInMs).filter((wait) => wait !== null);
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

/** Drops a result whose claim has lapsed: another worker has it now. @returns milliseconds until the next is due */
export async function record(boss: PgBoss, finished: Finished[]): Promise<number | undefined> {
  const { nextInMs, logLines } = await transaction(async (tx) => {
    const jobs = finished.map(({ claimed }) => claimed.job);
    const completed: { settled?: string[] } = await boss.complete("delivery", jobs, null, { db: fromPrisma(tx) });
    const stillOurs = new Set(completed.settled);
    const planned = finished.filter(({ claimed }) => stillOurs.has(claimed.job.id)).map(planNext);
    if (planned.length === 0) return { nextInMs: undefined, logLines: [] };
    const attempts = planned.map(({ claimed, result }) => attemptColumns(claimed.attemptId, result));
    await updateAttempts(tx, attempts);
    await updateDeliveries(tx, planned);
    await queueNext(boss, planned, tx);
    const waiting = planned.filter(({ plan: { nextInMs } }) => nextInMs !== null);
    const waitingIds = waiting.map(({ claimed }) => claimed.row.id);
    await disableDeleted(tx, waitingIds);
    const logLines = await recordHealth(tx, planned, { boss, at: now() });
    // After the endpoint, as a rotation does: opposite orders of locking would deadlock.
    const results = planned.map(({ result }) => result);
    await recordAdoptions(tx, results);
    return { nextInMs: soonestOf(planned), logLines };
  });
  for (const writeLine of logLines) writeLine();
  return nextInMs;
}
