import { z } from "zod";
import { EndpointUrl } from "./endpoint.ts";
import { SecretText } from "./secret.ts";
import { Environment } from "./wire.ts";

/** The seed's shape, field for field. */
export const WebhookConfig = z.object({
  enabled: z.boolean(),
  url: z.string(),
  environment: Environment,
  has_secret: z.boolean(),
  secret_configured: z.boolean(),
  last_updated: z.string(),
});
export type WebhookConfig = z.infer<typeof WebhookConfig>;

export const WebhookConfigUpdate = z.strictObject({
  enabled: z.boolean().optional(),
  url: EndpointUrl.optional(),
  environment: Environment.optional(),
  secret: SecretText.optional(),
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

export const Source = z.enum(["page", "environment", "default"]);
export type Source = z.infer<typeof Source>;

export const WebhookSettings = z.object({
  config: WebhookConfig,
  sources: z.object({ enabled: Source, url: Source, environment: Source, secret: Source }),
  blocked: z.string().nullable(),
  schedule: z.array(z.number()),
  receiver: z.object({ environment: Environment, has_secret: z.boolean() }),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;

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
