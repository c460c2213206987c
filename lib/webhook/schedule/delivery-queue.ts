import { db, type Transaction } from "../../database/client.ts";
import type { Delivery } from "../../database/generated/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import type { QueueData } from "../../queue/queues.ts";

/** The channel on which senders are woken; polling finds what a lost notification does not announce. */
export const wakeChannel = "sorami_delivery";

type QueuedDelivery = {
  queueJobId: string;
  endpointId: string;
  data: QueueData["delivery"];
  dueInMs: number;
  at: Date;
};

/** Puts bulk resends behind every event and retry. */
const bulkPriority = { priority: -1 };

/** Makes the data of a delivery's next queue entry: one of a bulk resend stays one. */
export const dataOf = ({ id, resentFrom }: Pick<Delivery, "id" | "resentFrom">): QueueData["delivery"] => ({
  deliveryId: id,
  ...(resentFrom && { resend: resentFrom, bulk: true }),
});

/** Makes a delivery's queue entry, grouped by endpoint so that one at its limit can be excluded. */
export function queueEntry({ queueJobId, endpointId, data, dueInMs, at }: QueuedDelivery) {
  const startAfter = dueInMs > 0 ? { startAfter: new Date(at.getTime() + dueInMs) } : {};
  return { id: queueJobId, data, group: { id: endpointId }, ...startAfter, ...(data.bulk && bulkPriority) };
}

/** Wakes the senders of every process; inside a transaction, when it commits. */
export async function wakeSenders(client: Transaction = db()): Promise<void> {
  await client.$executeRaw`SELECT pg_notify(${wakeChannel}, '')`;
}

/** Queues a delivery in the transaction that makes it due, and wakes the senders when it commits. */
export async function queueDelivery(tx: Transaction, delivery: QueuedDelivery): Promise<void> {
  const { data, ...options } = queueEntry(delivery);
  await enqueue(tx, "delivery", data, options);
  if (delivery.dueInMs <= 0) await wakeSenders(tx);
}
