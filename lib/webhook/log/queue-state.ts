import { now } from "../../clock.ts";
import type { QueueState } from "../../contract/queue.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { type QueueName, queues } from "../../queue/queues.ts";
import { effective } from "../endpoints/config.ts";
import { readEndpoints } from "../endpoints/endpoint-rows.ts";
import { isThrottled } from "../schedule/postpone.ts";

/** pg-boss counts every 5 s where a process stays, otherwise when asked, once a minute at most. */
async function readStatistics(name: QueueName) {
  const [latest] = await (await boss()).getQueueStats(name, { force: true });
  const { readyCount = 0, activeCount = 0, deferredCount = 0, capturedOn = now() } = latest ?? {};
  return { name, waiting: readyCount, in_flight: activeCount, deferred: deferredCount, at: capturedOn };
}

/** Counts the held deliveries whose request is out; the others wait for room at their endpoint. */
async function countInFlight(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job j
    WHERE j.name = 'delivery' AND j.state = 'active' AND j.group_id IS NOT NULL AND EXISTS (
      SELECT 1 FROM "Attempt" a WHERE a."deliveryId" = (j.data->>'deliveryId')::uuid AND a.outcome = 'in_flight')`;
  return row?.count ?? 0;
}

const readPending = () =>
  db().delivery.groupBy({
    by: ["endpointId"],
    where: { status: "pending" },
    _count: true,
    _min: { createdAt: true },
  });

/** Reads how many deliveries wait, are out and fail; `measured_at` is the time of its oldest count. */
export async function readQueueState(): Promise<QueueState> {
  const names = Object.keys(queues) as QueueName[];
  const [statistics, inFlight, pending, rows] = await Promise.all([
    Promise.all(names.map(readStatistics)),
    countInFlight(),
    readPending(),
    readEndpoints(),
  ]);
  const counts = new Map(pending.map((row) => [row.endpointId, row._count]));
  const oldest = pending.map(({ _min }) => _min.createdAt).filter((date) => date !== null);
  const delivery = statistics.find(({ name }) => name === "delivery");
  const held = delivery?.in_flight ?? 0;
  const at = now();
  return {
    waiting: (delivery?.waiting ?? 0) + Math.max(held - inFlight, 0),
    in_flight: inFlight,
    deferred: delivery?.deferred ?? 0,
    oldest_at: oldest.length > 0 ? new Date(Math.min(...oldest.map(Number))).toISOString() : null,
    endpoints: rows
      .map((row) => ({ row, config: effective(row) }))
      .map(({ row: { id, throttledUntil, failingSince }, config }) => ({
        id,
        name: config.name,
        url: config.url,
        pending: counts.get(id) ?? 0,
        failing: failingSince !== null,
        throttled_until: isThrottled(throttledUntil, at) ? throttledUntil.toISOString() : null,
      })),
    generation: statistics
      .filter(({ name }) => name !== "delivery" && name !== "resend")
      .map(({ name, waiting, in_flight, deferred }) => ({ name, waiting, in_flight, deferred })),
    measured_at: new Date(Math.min(...statistics.map((one) => one.at.getTime()))).toISOString(),
  };
}
