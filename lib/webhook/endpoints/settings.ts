import type { WebhookConfig, WebhookConfigUpdated, WebhookSettings } from "../../contract/webhook.ts";
import { env } from "../../env.ts";
import { blockedReason, type EndpointConfig, readConfig } from "./config.ts";

export function toWebhookConfig({ enabled, url, environment, hasSecret, updatedAt }: EndpointConfig): WebhookConfig {
  const last_updated = updatedAt.toISOString();
  return { enabled, url, environment, has_secret: hasSecret, secret_configured: hasSecret, last_updated };
}

export function toConfigUpdated(config: EndpointConfig, warning?: string): WebhookConfigUpdated {
  const { enabled, url, environment, hasSecret, updatedAt } = config;
  const answer = { enabled, url, environment, has_secret: hasSecret, updated_at: updatedAt.toISOString() };
  return { success: true, config: answer, ...(warning && { warning }) };
}

export async function readSettings(receiverHasSecret: boolean): Promise<WebhookSettings> {
  const config = await readConfig();
  const { ENVIRONMENT, WEBHOOK_RETRY_SCHEDULE } = env();
  return {
    config: toWebhookConfig(config),
    sources: config.sources,
    blocked: blockedReason(config),
    schedule: WEBHOOK_RETRY_SCHEDULE,
    receiver: { environment: ENVIRONMENT, has_secret: receiverHasSecret },
  };
}
