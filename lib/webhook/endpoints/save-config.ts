import type { WebhookConfigUpdate } from "../../contract/webhook.ts";
import type { Transaction } from "../../database/client.ts";
import { changeEndpoint } from "./change.ts";
import { type EndpointConfig, effective } from "./config.ts";
import { defaultEndpoint } from "./endpoint-rows.ts";

/**
 * Changes what is given and leaves the rest to the environment (contract §3). Switching on also forgives
 * an endpoint that had answered `410`.
 * @param also what has to change with it, in its transaction
 * @returns the configuration in force, and a warning when the host does not resolve yet
 * @throws {AppError} invalid, naming the fields; nothing has changed
 */
export async function saveConfig(
  update: WebhookConfigUpdate,
  also?: (tx: Transaction) => Promise<void>,
): Promise<{ config: EndpointConfig; warning?: string }> {
  const { row, ...rest } = await changeEndpoint(defaultEndpoint, update, also);
  return { config: effective(row), ...rest };
}
