import type { Job } from "pg-boss";
import { now } from "../../clock.ts";
import { makeStorable } from "../../contract/text.ts";
import { db, type Transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import type { QueueData } from "../../queue/queues.ts";
import { maskHeaders, requestHeaders } from "../attempt/headers.ts";
import type { AttemptResult, SendableEvent } from "../attempt/result.ts";
import type { EndpointConfig } from "../endpoints/config.ts";
import type { DeliveryRow } from "../schedule/delivery-rows.ts";

export type DeliveryJob = Job<QueueData["delivery"]>;

export type Claimed = {
  job: DeliveryJob;
  row: DeliveryRow;
  event: SendableEvent;
  config: EndpointConfig;
  attemptId: string;
  headers: Record<string, string>;
};

export type Finished = { claimed: Claimed; result: AttemptResult };

type Sendable = { job: DeliveryJob; row: DeliveryRow; config: EndpointConfig; body: Buffer };

export function prepareAttempt({ job, row, config, body }: Sendable, at: Date): Claimed {
  const event = { id: row.eventId, type: row.type, jobId: row.jobId, body };
  return { job, row, event, config, attemptId: newId(), headers: requestHeaders(event, config, { at }) };
}

export async function insertAttempts(tx: Transaction, claimed: Claimed[], startedAt: Date) {
  if (claimed.length === 0) return;
  const rows = claimed.map(({ job, row, config, attemptId, headers }) => ({
    id: attemptId,
    deliveryId: row.id,
    number: row.attempts + 1,
    trigger: job.data.resend ? "resend" : "schedule",
    url: config.url,
    requestHeaders: maskHeaders(headers, config),
    startedAt,
  }));
  await tx.$executeRaw`
    INSERT INTO "Attempt" (id, "deliveryId", number, trigger, url, "requestHeaders", "startedAt")
    SELECT id, "deliveryId", number, trigger::"AttemptTrigger", url, "requestHeaders", "startedAt"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(
      id uuid, "deliveryId" uuid, number int, trigger text, url text, "requestHeaders" jsonb, "startedAt" timestamptz)`;
}

/** Call it before the request leaves again. @throws when the attempt is not ours any more, or cannot be written */
export async function recordReplacement({ attemptId }: Claimed): Promise<void> {
  const where = { id: attemptId, outcome: "in_flight" as const };
  const { count } = await db().attempt.updateMany({ where, data: { replacedAt: now() } });
  if (count === 0) throw new Error("L’essai n’est plus en cours.");
}

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
