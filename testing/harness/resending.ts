import { setTimeout as sleep } from "node:timers/promises";
import { now } from "#lib/clock.ts";
import type { BulkResendView } from "#lib/contract/bulk-resend.ts";
import { db } from "#lib/database/client.ts";
import type { DeliveryStatus } from "#lib/database/generated/client.ts";
import { newId } from "#lib/ids.ts";
import { getResend } from "#lib/webhook/resend/bulk-resend.ts";

type Made = { status?: DeliveryStatus; eventType?: string; endpointId?: string; body?: string | null; jobId?: string };

/** Deliveries as they would be in the log. @returns their event ids */
export async function makeDeliveries(count: number, { status: state = "failed", body = "{}", ...made }: Made = {}) {
  const endpoint = { id: "default", updatedAt: now() };
  await db().endpoint.createMany({ data: [endpoint], skipDuplicates: true });
  const at = new Date(now().getTime() - 1000);
  const rows = Array.from({ length: count }, () => {
    const { eventType = "book.completed", endpointId = "default", jobId = newId() } = made;
    return {
      id: newId(),
      eventId: `evt_${newId()}`,
      eventType,
      jobId,
      endpointId,
      status: state,
      createdAt: at,
      updatedAt: at,
    };
  });
  await db().event.createMany({
    data: rows.map(({ eventId, eventType, jobId }) => ({ id: eventId, type: eventType, jobId, body, createdAt: at })),
  });
  await db().delivery.createMany({ data: rows });
  return rows.map(({ eventId }) => eventId);
}

/** Waits until a bulk resend satisfies a condition, and answers it. */
export async function resendWhen(id: string, condition: (view: BulkResendView) => boolean, withinMs = 30_000) {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const view = await getResend(id);
    if (condition(view)) return view;
    if (performance.now() > deadline) throw new Error(`Toujours ${JSON.stringify(view)}`);
    await sleep(20);
  }
}
