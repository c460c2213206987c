import type { WebhookStatus } from "../../contract/job.ts";
import { db } from "../../database/client.ts";
import type { DeliveryStatus } from "../../database/generated/client.ts";

const worstFirst = ["failed", "disabled", "pending", "delivered"] as const;

type Sent = { status: DeliveryStatus; attempts: number };

/**
 * The worst of what each endpoint got last counts (contract §2), from the event that ended the job on: an update is not
 * for every endpoint. A job without an event is absent.
 */
export async function webhookStatuses(
  jobIds: string[],
): Promise<Map<string, { status: WebhookStatus; attempts: number }>> {
  const events = await db().event.findMany({
    where: { jobId: { in: jobIds } },
    orderBy: { id: "desc" },
    select: {
      jobId: true,
      type: true,
      deliveries: { select: { endpointId: true, status: true, _count: { select: { attempts: true } } } },
    },
  });
  const latest = new Map<string, { byEndpoint: Map<string, Sent>; ended: boolean }>();
  for (const { jobId, type, deliveries } of events) {
    const job = latest.get(jobId) ?? { byEndpoint: new Map<string, Sent>(), ended: false };
    latest.set(jobId, job);
    if (job.ended) continue;
    job.ended = type !== "book.updated";
    for (const { endpointId, status, _count } of deliveries)
      if (!job.byEndpoint.has(endpointId)) job.byEndpoint.set(endpointId, { status, attempts: _count.attempts });
  }
  return new Map(
    [...latest].map(([jobId, { byEndpoint }]) => {
      const sent = [...byEndpoint.values()];
      const status: WebhookStatus =
        worstFirst.find((one) => sent.some((delivery) => delivery.status === one)) ?? "none";
      return [jobId, { status, attempts: sent.reduce((sum, { attempts }) => sum + attempts, 0) }];
    }),
  );
}
