import { now } from "../clock.ts";
import { makeStorable, toDate } from "../contract/text.ts";
import { BookData, type EventType } from "../contract/wire.ts";
import type { Transaction } from "../database/client.ts";
import { env } from "../env.ts";
import { newId } from "../ids.ts";
import { blockedReason, readConfig } from "./config.ts";
import { queueDelivery } from "./queue.ts";
import { jitter } from "./schedule.ts";

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

/**
 * Publishes what became of a job: its event with the exact bytes every attempt sends, one delivery and
 * its queue entry, all in the transaction of the change. While sending is off or cannot work the delivery
 * is `disabled`: no attempt is made, and it can be sent by hand later.
 * @throws {z.ZodError} when the book does not fit the wire
 */
export async function publish(
  tx: Transaction,
  event: NewEvent & { type: "book.completed" | "book.failed" },
): Promise<void> {
  const config = await readConfig(tx);
  const { id: eventId, createdAt } = await recordEvent(tx, event, config.environment);
  const status = blockedReason(config) ? "disabled" : "pending";
  const dueIn = jitter(env().WEBHOOK_RETRY_SCHEDULE[0] ?? 0);
  const { endpointId } = config;
  const [id, queueJobId] = [newId(), newId()];
  const pending = status === "pending" && { nextAttemptAt: new Date(createdAt.getTime() + dueIn), queueJobId };
  await tx.delivery.create({
    data: { id, eventId, endpointId, status, ...pending, createdAt, updatedAt: createdAt },
  });
  if (pending) await queueDelivery(tx, { queueJobId, endpointId, data: { deliveryId: id }, dueIn, at: createdAt });
}
