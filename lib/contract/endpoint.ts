import { z } from "zod";
import { parseSchedule } from "./schedule.ts";
import { isSecret } from "./secret.ts";
import { storable } from "./text.ts";
import { subscribedTypes } from "./values.ts";
import { Environment, EventType } from "./wire.ts";

/** A key of an endpoint: never its secret. */
export const KeyView = z.object({
  id: z.string(),
  /** Tells keys apart without telling them; the receiver names the one that verified by it. */
  fingerprint: z.string(),
  /** The one whose signature comes first; the others sign until they expire. */
  current: z.boolean(),
  /** `environment`: WEBHOOK_SECRET. */
  source: z.enum(["page", "environment"]),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  last_verified_at: z.string().nullable(),
});
export type KeyView = z.infer<typeof KeyView>;

export const EndpointView = z.object({
  id: z.string(),
  /** The one that `/api/webhook/config` configures; it cannot be deleted. */
  is_default: z.boolean(),
  name: z.string(),
  url: z.string(),
  environment: Environment,
  enabled: z.boolean(),
  /** Empty: all. */
  event_types: z.array(EventType),
  /** Custom headers; their values are masked. */
  headers: z.record(z.string(), z.string()),
  send_secret: z.boolean(),
  /** Its own delays before each attempt; null follows WEBHOOK_RETRY_SCHEDULE. */
  retry_schedule: z.string().nullable(),
  keys: z.array(KeyView),
  /** Why nothing would be sent to it now, as a French sentence; null when sending works. */
  blocked: z.string().nullable(),
  /** Since when it is off or, once it is on again, from when to when it last was. */
  disabled_at: z.string().nullable(),
  enabled_at: z.string().nullable(),
  /**
   * What it missed, to offer once it is on again: deliveries given up since it was off, or since it only failed when
   * that switched it off, and until it was on again. Counted up to 10 000.
   */
  missed: z.number().int(),
  missed_since: z.string().nullable(),
  /** Retries wait until then. */
  throttled_until: z.string().nullable(),
  /** It has only failed since: how often, how much of the patience is used (percent), and from when on a failure pauses it. */
  failing: z
    .object({ since: z.string(), failures: z.number().int(), percent: z.number().int(), pauses_at: z.string() })
    .nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type EndpointView = z.infer<typeof EndpointView>;

/** `GET /api/webhook/endpoints`, the default one first. */
export const EndpointList = z.object({ items: z.array(EndpointView) });
export type EndpointList = z.infer<typeof EndpointList>;

const Secret = z.string().max(4096).trim().refine(isSecret, {
  error: "attend des caractères ASCII visibles sans espace, ou une clé whsec_<base64> de 24 à 64 octets",
});

export const SubscribedType = z.enum(subscribedTypes, { error: "accepte book.completed et book.failed" });
export type SubscribedType = z.infer<typeof SubscribedType>;

/** A header's new value, or null to remove it. */
const HeaderChanges = z.record(z.string().max(100), z.string().max(4096).nullable());

const fields = {
  name: storable().max(100),
  url: storable().max(2048),
  environment: Environment,
  enabled: z.boolean(),
  event_types: z.array(SubscribedType).max(20),
  headers: HeaderChanges,
  send_secret: z.boolean(),
  retry_schedule: storable()
    .max(500)
    .refine((text) => parseSchedule(text) !== undefined, "attend des délais séparés par des virgules, comme 0s,5s,5m")
    .nullable(),
};

/** The body of `PATCH /api/webhook/endpoints/{id}`: any subset. Headers not named stay. */
export const EndpointUpdate = z.strictObject(fields).partial();
export type EndpointUpdate = z.infer<typeof EndpointUpdate>;

/** The body of `POST /api/webhook/endpoints`. Without a secret one is generated, and shown once. */
export const EndpointCreate = z
  .strictObject({ ...fields, secret: Secret })
  .partial()
  .required({ url: true });
export type EndpointCreate = z.infer<typeof EndpointCreate>;

/** The answer to a creation, a change or a rotation: a generated secret is in it, this once. */
export const EndpointSecret = z.object({
  endpoint: EndpointView,
  secret: z.string().optional(),
  warning: z.string().optional(),
});
export type EndpointSecret = z.infer<typeof EndpointSecret>;

/** The body of `POST /api/webhook/endpoints/{id}/rotate`. Without a secret one is generated. */
export const KeyRotation = z.strictObject({
  secret: Secret.optional(),
  /** How long the old keys go on signing. */
  overlap_hours: z.number().min(0, "attend de 0 à 168 heures").max(168, "attend de 0 à 168 heures").default(24),
});
export type KeyRotation = z.infer<typeof KeyRotation>;
