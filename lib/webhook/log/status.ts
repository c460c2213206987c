import type { WebhookStatus } from "../../contract/job.ts";
import { db } from "../../database/client.ts";

const worstFirst = ["failed", "disabled", "pending", "delivered"] as const;

/** The worst of the newest event’s deliveries counts (contract §2); a job without an event is absent. */
export async function webhookStatuses(
  jobIds: string[],
): Promise<Map<string, { status: WebhookStatus; attempts: number }>> {
  const events = await db().event.findMany({
    where: { jobId: { in: jobIds } },
    orderBy: { id: "desc" },
    select: { jobId: true, deliveries: { select: { status: true, _count: { select: { attempts: true } } } } },
  });
  const statuses = new Map<string, { status: WebhookStatus; attempts: number }>();
  for (const { jobId, deliveries } of events) {
    if (statuses.has(jobId)) continue;
    const status = worstFirst.find((one) => deliveries.some((delivery) => delivery.status === one)) ?? "none";
    statuses.set(jobId, { status, attempts: deliveries.reduce((sum, { _count }) => sum + _count.attempts, 0) });
  }
  return statuses;
}
