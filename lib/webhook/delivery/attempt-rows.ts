import type { Job } from "pg-boss";
import type { Transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import type { QueueData } from "../../queue/queues.ts";
import { masked, requestHeaders } from "../attempt/headers.ts";
import type { SendableEvent } from "../attempt/send.ts";
import type { EndpointConfig } from "../endpoints/config.ts";
import type { DeliveryRow } from "../schedule/delivery-rows.ts";

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

type Due = { job: DeliveryJob; row: DeliveryRow; body: Buffer };

export function prepare({ job, row, body }: Due, config: EndpointConfig, at: Date): Claimed {
  const event = { id: row.eventId, type: row.type, jobId: row.jobId, body };
  return { job, row, event, config, attemptId: newId(), headers: requestHeaders(event, config, { at }) };
}

/** Puts an attempt on record for each, in one statement. */
export async function insertAttempts(tx: Transaction, claimed: Claimed[], startedAt: Date) {
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
