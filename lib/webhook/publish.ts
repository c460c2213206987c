import { now } from "../clock.ts";
import { makeStorable } from "../contract/text.ts";
import { toDate } from "../contract/timestamp.ts";
import { BookData, type EventType } from "../contract/wire.ts";
import type { Transaction } from "../database/client.ts";
import type { Event } from "../database/generated/client.ts";
import { env } from "../env.ts";
import { newId } from "../ids.ts";
import { blockedReason, type EndpointConfig, readConfigs } from "./endpoints/config.ts";
import { queueDelivery } from "./schedule/delivery-queue.ts";
import { jitter } from "./schedule/jitter.ts";

type Outcome = { type: "book.completed" | "webhook.test"; bookData: BookData } | { type: "book.failed"; error: string };
export type NewEvent = { jobId: string; title: string } & Outcome;

/** Serialises the wire’s body (contract §4), once per event. */
function bodyOf(event: NewEvent, { timestamp, environment }: { timestamp: Date; environment: string }) {
  const head = { job_id: event.jobId, status: event.type === "book.failed" ? "failed" : "completed" };
  const tail =
    event.type === "book.failed" ? { error: makeStorable(event.error) } : { book_data: inWireOrder(event.bookData) };
  const payload = { ...head, timestamp: timestamp.toISOString(), environment, ...tail };
  return JSON.stringify(payload);
}

function inWireOrder(data: BookData): BookData {
  const ordered = BookData.parse(data);
  return { ...ordered, generated_at: toDate(ordered.generated_at).toISOString() };
}

export async function recordEvent(tx: Transaction, event: NewEvent, environment: string) {
  const createdAt = now();
  const type: EventType = event.type;
  return tx.event.create({
    data: {
      id: `evt_${newId().replaceAll("-", "")}`,
      type,
      jobId: event.jobId,
      title: event.title,
      body: bodyOf(event, { timestamp: createdAt, environment }),
      createdAt,
    },
  });
}

/** Creates an endpoint’s delivery with its queue entry, or a `disabled` one while nothing can be sent to it. */
async function deliverTo(tx: Transaction, config: EndpointConfig, { id: eventId, type, jobId, createdAt }: Event) {
  const { endpointId } = config;
  const id = newId();
  const row = { id, eventId, endpointId, eventType: type, jobId, createdAt, updatedAt: createdAt };
  if (blockedReason(config)) {
    await tx.delivery.create({ data: { ...row, status: "disabled", missedAt: createdAt } });
    return;
  }
  const queueJobId = newId();
  const dueInMs = jitter(config.schedule[0] ?? 0);
  const nextAttemptAt = new Date(createdAt.getTime() + dueInMs);
  await tx.delivery.create({ data: { ...row, status: "pending", nextAttemptAt, queueJobId } });
  await queueDelivery(tx, { queueJobId, endpointId, data: { deliveryId: id }, dueInMs, at: createdAt });
}

/**
 * Publishes the end of a job in the transaction that changes it: an event with the exact bytes of every attempt, and for
 * each endpoint that wants it a delivery with its queue entry. While sending is off or impossible the delivery is
 * `disabled`: it has no attempt, and can be sent by hand later.
 * @throws {z.ZodError} when the book does not fit the wire
 */
export async function publish(
  tx: Transaction,
  event: NewEvent & { type: "book.completed" | "book.failed" },
): Promise<void> {
  const configs = await readConfigs(tx);
  const [first] = configs;
  const row = await recordEvent(tx, event, first?.environment ?? env().ENVIRONMENT);
  const wanting = configs.filter(({ eventTypes }) => eventTypes.length === 0 || eventTypes.includes(event.type));
  for (const config of wanting) await deliverTo(tx, config, row);
}
