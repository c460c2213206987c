import { z } from "zod";
import { parseSchedule } from "./schedule.ts";
import { SecretText } from "./secret.ts";
import { storable } from "./text.ts";
import { subscribedTypes } from "./values.ts";
import { Environment, EventType } from "./wire.ts";

export const KeyView = z.object({
  id: z.string(),
  /** The receiver tells with which one it verified. */
  fingerprint: z.string(),
  /** Its signature comes first; the others sign until they expire. */
  current: z.boolean(),
  /** `environment` stands for WEBHOOK_SECRET. */
  source: z.enum(["page", "environment"]),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  last_verified_at: z.string().nullable(),
});
export type KeyView = z.infer<typeof KeyView>;

export const EndpointView = z.object({
  id: z.string(),
  /** `/api/webhook/config` configures it, and it cannot be deleted. */
  is_default: z.boolean(),
  name: z.string(),
  url: z.string(),
  environment: Environment,
  enabled: z.boolean(),
  event_types: z.array(EventType),
  headers: z.record(z.string(), z.string()),
  send_secret: z.boolean(),
  /** Null follows WEBHOOK_RETRY_SCHEDULE. */
  retry_schedule: z.string().nullable(),
  keys: z.array(KeyView),
  blocked: z.string().nullable(),
  /** Stays when the endpoint is on again. */
  disabled_at: z.string().nullable(),
  enabled_at: z.string().nullable(),
  /** Up to 10 000: given up while the endpoint was off, or while it only failed before that. */
  missed: z.number().int(),
  missed_since: z.string().nullable(),
  throttled_until: z.string().nullable(),
  /** Present while it only fails: `percent` of the time allowed is used; a failure from `pauses_at` on turns it off. */
  failing: z
    .object({ since: z.string(), failures: z.number().int(), percent: z.number().int(), pauses_at: z.string() })
    .nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type EndpointView = z.infer<typeof EndpointView>;

export const EndpointList = z.object({ items: z.array(EndpointView) });
export type EndpointList = z.infer<typeof EndpointList>;

export const SubscribedType = z.enum(subscribedTypes, { error: "accepte book.completed, book.updated et book.failed" });
export type SubscribedType = z.infer<typeof SubscribedType>;

/** Null removes the header. */
const HeaderChanges = z.record(z.string().max(100), z.string().max(4096).nullable());

/** Without the space or the end of line that a pasted one often has. */
export const EndpointUrl = storable().trim().max(2048);

const fields = {
  name: storable().max(100),
  url: EndpointUrl,
  environment: Environment,
  enabled: z.boolean(),
  /** None chosen stands for those that exist now; for the default endpoint, for `book.completed`. */
  event_types: z.array(SubscribedType).max(20),
  headers: HeaderChanges,
  send_secret: z.boolean(),
  retry_schedule: storable()
    .max(500)
    .refine((text) => parseSchedule(text) !== undefined, "attend des délais séparés par des virgules, comme 0s,5s,5m")
    .nullable(),
};

export const EndpointUpdate = z.strictObject(fields).partial();
export type EndpointUpdate = z.infer<typeof EndpointUpdate>;

/** Without a secret one is generated, and shown once. */
export const EndpointCreate = z
  .strictObject({ ...fields, secret: SecretText })
  .partial()
  .required({ url: true });
export type EndpointCreate = z.infer<typeof EndpointCreate>;

export const EndpointSecret = z.object({
  endpoint: EndpointView,
  secret: z.string().optional(),
  warning: z.string().optional(),
});
export type EndpointSecret = z.infer<typeof EndpointSecret>;

export const KeyRotation = z.strictObject({
  secret: SecretText.optional(),
  /** Old secrets go on signing for this time. */
  overlap_hours: z.number().min(0, "attend de 0 à 168 heures").max(168, "attend de 0 à 168 heures").default(24),
});
export type KeyRotation = z.infer<typeof KeyRotation>;
