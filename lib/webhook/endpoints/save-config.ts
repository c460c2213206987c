import type { WebhookConfigUpdate } from "../../contract/webhook.ts";
import type { Transaction } from "../../database/client.ts";
import { changeEndpoint } from "./change.ts";
import { type EndpointConfig, effective } from "./config.ts";
import { defaultEndpoint } from "./endpoint-rows.ts";

/**
 * Changes the given settings of the default endpoint; the others follow the environment (contract §3). Switching on
 * forgives an endpoint that had answered `410`.
 * @param inSameTransaction changes that go with it
 * @returns the configuration in force, and a warning when the host does not resolve yet
 * @throws {AppError} invalid, naming the fields; nothing has changed
 */
export async function saveConfig(
  update: WebhookConfigUpdate,
  inSameTransaction?: (tx: Transaction) => Promise<void>,
): Promise<{ config: EndpointConfig; warning?: string }> {
  const { row, ...rest } = await changeEndpoint(defaultEndpoint, update, inSameTransaction);
  return { config: effective(row), ...rest };
}
