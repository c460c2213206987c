import { now } from "../clock.ts";
import { makeStorable, toDate } from "../contract/text.ts";
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

/** The wire's bytes (contract §4): made once per event, never serialised again. */
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

/** Writes an event and answers its row. */
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

/** What one endpoint gets of an event: a delivery with its queue entry, or a `disabled` one while nothing can be sent to it. */
async function deliverTo(tx: Transaction, config: EndpointConfig, { id: eventId, type, jobId, createdAt }: Event) {
  const { endpointId } = config;
  const status = blockedReason(config) ? "disabled" : "pending";
  const dueIn = jitter(config.schedule[0] ?? 0);
  const [id, queueJobId] = [newId(), newId()];
  const pending = status === "pending" && { nextAttemptAt: new Date(createdAt.getTime() + dueIn), queueJobId };
  const missed = !pending && { missedAt: createdAt };
  const copied = { eventType: type, jobId };
  await tx.delivery.create({
    data: { id, eventId, endpointId, ...copied, status, ...pending, ...missed, createdAt, updatedAt: createdAt },
  });
  if (pending) await queueDelivery(tx, { queueJobId, endpointId, data: { deliveryId: id }, dueIn, at: createdAt });
}

/**
 * Publishes what became of a job: its event with the exact bytes every attempt sends, and for each endpoint that
 * wants it one delivery and its queue entry, all in the transaction of the change. While sending is off or cannot
 * work a delivery is `disabled`: no attempt is made, and it can be sent by hand later.
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
