import { z } from "zod";
import { PageQuery } from "./page.ts";
import { several, storable } from "./text.ts";
import { deliveryStatuses, httpStatusPattern } from "./values.ts";
import { EventType } from "./wire.ts";

/** Milliseconds; null for a phase that did not happen (a kept connection, plain HTTP). */
export const Timings = z.object({
  dns: z.number().int().nullable(),
  connect: z.number().int().nullable(),
  tls: z.number().int().nullable(),
  first_byte: z.number().int().nullable(),
  total: z.number().int().nullable(),
});
export type Timings = z.infer<typeof Timings>;

/** Secrets are masked in the headers. */
export const AttemptView = z.object({
  id: z.string(),
  number: z.number().int(),
  trigger: z.enum(["schedule", "resend", "test"]),
  outcome: z.enum(["in_flight", "delivered", "failed", "interrupted"]),
  url: z.string(),
  request_headers: z.record(z.string(), z.string()),
  remote_address: z.string().nullable(),
  response_status: z.number().int().nullable(),
  response_headers: z.record(z.string(), z.string()).nullable(),
  response_body: z.string().nullable(),
  response_truncated: z.boolean(),
  /** `failure` is a code, `message` a French sentence an operator can act on. */
  failure: z.string().nullable(),
  message: z.string().nullable(),
  duration_ms: z.number().int().nullable(),
  /** When its kept connection was found closed before a byte of answer, and the request left again, once, on another. */
  replaced_at: z.string().nullable(),
  timings: Timings,
  started_at: z.string(),
});
export type AttemptView = z.infer<typeof AttemptView>;

export const DeliveryStatus = z.enum(deliveryStatuses);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

export const DeliveryView = z.object({
  id: z.string(),
  event_id: z.string(),
  event_type: EventType,
  endpoint_id: z.string(),
  job_id: z.string(),
  title: z.string().nullable(),
  status: DeliveryStatus,
  http_status: z.number().int().nullable(),
  body_bytes: z.number().int(),
  /** Retention has removed the body: it can no longer be sent. */
  pruned: z.boolean(),
  max_attempts: z.number().int(),
  next_attempt_at: z.string().nullable(),
  /** The endpoint is throttled. */
  postponed: z.boolean(),
  created_at: z.string(),
  attempts: z.array(AttemptView),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** A URL reads an unencoded `+` as a space: before a zone, nothing else can be meant. */
const restorePlus = (value: unknown) => (typeof value === "string" ? value.replace(/ (?=\d\d:\d\d$)/, "+") : value);

export const Moment = z.preprocess(
  restorePlus,
  z.iso.datetime({ offset: true, error: "attend une date ISO-8601 avec son fuseau" }),
);

export const HttpStatusFilter = z
  .string()
  .regex(httpStatusPattern, "attend un statut comme 404, une classe comme 5xx, ou none");

export const DeliveryFilter = z.object({
  status: several(DeliveryStatus).optional(),
  event_type: EventType.optional(),
  endpoint_id: storable().optional(),
  http_status: HttpStatusFilter.optional(),
  /** Created at or after `since`, before `until`: ISO-8601 with a zone. */
  since: Moment.optional(),
  until: Moment.optional(),
  job_id: storable().optional(),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

/** `book_id`, of a received book, keeps its job’s deliveries. */
export const DeliveryQuery = PageQuery.extend({ ...DeliveryFilter.shape, book_id: storable().optional() });
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const DeliveryList = z.object({ items: z.array(DeliveryView), next_cursor: z.string().nullable() });
export type DeliveryList = z.infer<typeof DeliveryList>;
