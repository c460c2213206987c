import { z } from "zod";
import { parseSecrets } from "./secret.ts";
import { storable } from "./text.ts";
import { Environment, EventType } from "./wire.ts";

/** `GET /api/webhook/config`, the seed's shape field for field. */
export const WebhookConfig = z.object({
  enabled: z.boolean(),
  url: z.string(),
  environment: Environment,
  has_secret: z.boolean(),
  secret_configured: z.boolean(),
  last_updated: z.string(),
});
export type WebhookConfig = z.infer<typeof WebhookConfig>;

/** The body of `POST /api/webhook/config`: any subset. */
export const WebhookConfigUpdate = z.strictObject({
  enabled: z.boolean().optional(),
  url: storable().max(2048).optional(),
  environment: Environment.optional(),
  secret: z
    .string()
    .max(4096)
    .refine((value) => parseSecrets(value) !== undefined, {
      error: "attend des caractères ASCII visibles sans espace, ou une clé whsec_<base64> de 24 à 64 octets",
    })
    .optional(),
});
export type WebhookConfigUpdate = z.infer<typeof WebhookConfigUpdate>;

export const WebhookConfigUpdated = z.object({
  success: z.literal(true),
  config: z.object({
    enabled: z.boolean(),
    url: z.string(),
    environment: Environment,
    has_secret: z.boolean(),
    updated_at: z.string(),
  }),
  warning: z.string().optional(),
});
export type WebhookConfigUpdated = z.infer<typeof WebhookConfigUpdated>;

/** Where a field's value comes from. */
export const Source = z.enum(["page", "environment", "default"]);
export type Source = z.infer<typeof Source>;

/** `GET /api/webhook/settings`: the configuration, where each value comes from, and whether sending works. */
export const WebhookSettings = z.object({
  config: WebhookConfig,
  sources: z.object({ enabled: Source, url: Source, environment: Source, secret: Source }),
  /** Why nothing would be sent now, as a French sentence; null when sending works. */
  blocked: z.string().nullable(),
  /** The delays before each attempt, in milliseconds. */
  schedule: z.array(z.number()),
  receiver: z.object({ environment: Environment, has_secret: z.boolean() }),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;

/** `POST /api/webhook/test`. */
export const WebhookTest = z.object({
  success: z.boolean(),
  message: z.string(),
  job_id: z.string(),
  environment: Environment,
  webhook_url: z.string(),
  has_secret: z.boolean(),
  timestamp: z.string(),
  attempt: z.object({ status: z.number().int().optional(), duration_ms: z.number() }).optional(),
});
export type WebhookTest = z.infer<typeof WebhookTest>;

/** One HTTP request as the log shows it; secrets are masked in its headers. */
export const AttemptView = z.object({
  id: z.string(),
  number: z.number().int(),
  trigger: z.enum(["schedule", "resend", "test"]),
  outcome: z.enum(["in_flight", "delivered", "failed", "interrupted"]),
  url: z.string(),
  request_headers: z.record(z.string(), z.string()),
  response_status: z.number().int().nullable(),
  response_headers: z.record(z.string(), z.string()).nullable(),
  response_body: z.string().nullable(),
  response_truncated: z.boolean(),
  /** Why it failed, in a French sentence an operator can act on. */
  message: z.string().nullable(),
  duration_ms: z.number().int().nullable(),
  started_at: z.string(),
});
export type AttemptView = z.infer<typeof AttemptView>;

export const DeliveryView = z.object({
  id: z.string(),
  event_id: z.string(),
  event_type: EventType,
  job_id: z.string(),
  title: z.string().nullable(),
  status: z.enum(["pending", "delivered", "failed", "disabled"]),
  body_bytes: z.number().int(),
  max_attempts: z.number().int(),
  next_attempt_at: z.string().nullable(),
  created_at: z.string(),
  attempts: z.array(AttemptView),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** `GET /api/webhook/deliveries?job_id=&cursor=&limit=`, newest first. */
export const DeliveryList = z.object({ items: z.array(DeliveryView), next_cursor: z.string().nullable() });
export type DeliveryList = z.infer<typeof DeliveryList>;
