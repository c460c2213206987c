import { now } from "#lib/clock.ts";
import type { BulkResendView } from "#lib/contract/bulk-resend.ts";
import { db } from "#lib/database/client.ts";
import type { DeliveryStatus } from "#lib/database/generated/client.ts";
import { newId } from "#lib/ids.ts";
import { getResend } from "#lib/webhook/resend/bulk-resend.ts";
import { pollUntil } from "../machine/poll.ts";

type Fields = {
  status?: DeliveryStatus;
  eventType?: string;
  endpointId?: string;
  body?: string | null;
  jobId?: string;
};

/** Inserts deliveries, failed ones to the default endpoint unless told otherwise. @returns the ids of their events */
export async function insertDeliveries(
  count: number,
  { status = "failed", eventType = "book.completed", endpointId = "default", body = "{}", jobId }: Fields = {},
) {
  const endpoint = { id: "default", updatedAt: now() };
  await db().endpoint.createMany({ data: [endpoint], skipDuplicates: true });
  const at = new Date(now().getTime() - 1000);
  const rows = Array.from({ length: count }, () => ({
    id: newId(),
    eventId: `evt_${newId()}`,
    eventType,
    jobId: jobId ?? newId(),
    endpointId,
    status,
    createdAt: at,
    updatedAt: at,
  }));
  await db().event.createMany({
    data: rows.map((row) => ({ id: row.eventId, type: eventType, jobId: row.jobId, body, createdAt: at })),
  });
  await db().delivery.createMany({ data: rows });
  return rows.map(({ eventId }) => eventId);
}

export const waitForResend = (id: string, condition: (view: BulkResendView) => boolean, timeoutMs = 30_000) =>
  pollUntil(() => getResend(id), condition, { timeoutMs, toMessage: (view) => `Toujours ${JSON.stringify(view)}` });
