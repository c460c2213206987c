import { now } from "../clock.ts";
import { makeStorable } from "../contract/text.ts";
import { toDate } from "../contract/timestamp.ts";
import { BookData, type EventType } from "../contract/wire.ts";
import type { Transaction } from "../database/client.ts";
import type { Event } from "../database/generated/client.ts";
import { env } from "../env.ts";
import { newId } from "../ids.ts";
import { blockedReason, type EndpointConfig, readConfigs } from "./endpoints/config.ts";
import { defaultEndpoint } from "./endpoints/endpoint-rows.ts";
import { isOwnReceiver } from "./endpoints/own-receiver.ts";
import { queueDelivery } from "./schedule/delivery-queue.ts";
import { jitter } from "./schedule/jitter.ts";

type Outcome =
  | { type: "book.completed" | "book.updated" | "webhook.test"; bookData: BookData }
  | { type: "book.failed"; error: string };
export type NewEvent = {
  jobId: string;
  title: string;
  /** Ends the payload when the order gave one. */
  userId?: string | null;
  /** The only endpoint to send it to; else every one that wants it. */
  endpointId?: string | null;
} & Outcome;

function bodyOf(event: NewEvent, { timestamp, environment }: { timestamp: Date; environment: string }) {
  const head = { job_id: event.jobId, status: event.type === "book.failed" ? "failed" : "completed" };
  const tail =
    event.type === "book.failed" ? { error: makeStorable(event.error) } : { book_data: inWireOrder(event.bookData) };
  const payload = {
    ...head,
    timestamp: timestamp.toISOString(),
    environment,
    ...tail,
    ...(event.userId && { user_id: event.userId }),
  };
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

type Destination = { endpointId: string; config: EndpointConfig | undefined };

/** Creates the delivery of an event; without a configuration its endpoint was deleted. @returns whether it will be sent */
async function deliverTo(tx: Transaction, { endpointId, config }: Destination, event: Event): Promise<boolean> {
  const { id: eventId, type, jobId, createdAt } = event;
  const id = newId();
  const row = { id, eventId, endpointId, eventType: type, jobId, createdAt, updatedAt: createdAt };
  if (!config || blockedReason(config)) {
    await tx.delivery.create({ data: { ...row, status: "disabled", missedAt: createdAt } });
    return false;
  }
  const queueJobId = newId();
  const dueInMs = jitter(config.schedule[0] ?? 0);
  const nextAttemptAt = new Date(createdAt.getTime() + dueInMs);
  await tx.delivery.create({ data: { ...row, status: "pending", nextAttemptAt, queueJobId } });
  await queueDelivery(tx, { queueJobId, endpointId, data: { deliveryId: id }, dueInMs, at: createdAt });
  return true;
}

/** The seed's own receiver knows no updates, and ours does (contract §4). */
const wants = ({ config }: Destination, type: EventType) =>
  !config ||
  config.eventTypes.includes(type) ||
  (type === "book.updated" && config.endpointId === defaultEndpoint && isOwnReceiver(config.url));

/**
 * Publishes the end of a job, or a change of its book, in the transaction that makes it: an event with the exact bytes of
 * every attempt, and a queued delivery for each endpoint that wants it, `disabled` while sending is off or impossible.
 * @returns the number of deliveries that will be sent
 * @throws {z.ZodError} when the book does not fit the wire
 */
export async function publish(
  tx: Transaction,
  event: NewEvent & { type: "book.completed" | "book.updated" | "book.failed" },
): Promise<number> {
  const configs = await readConfigs(tx);
  const [first] = configs;
  const row = await recordEvent(tx, event, first?.environment ?? env().ENVIRONMENT);
  const { endpointId } = event;
  const destinations = configs.map((config): Destination => ({ endpointId: config.endpointId, config }));
  const chosen = endpointId
    ? [destinations.find((one) => one.endpointId === endpointId) ?? { endpointId, config: undefined }]
    : destinations;
  let sent = 0;
  for (const destination of chosen)
    if (wants(destination, event.type) && (await deliverTo(tx, destination, row))) sent += 1;
  return sent;
}
