import type { WebhookConfigUpdate } from "../../contract/webhook.ts";
import type { Transaction } from "../../database/client.ts";
import { changeEndpoint } from "./change.ts";
import { type EndpointConfig, effective } from "./config.ts";
import { defaultEndpoint } from "./endpoint-rows.ts";

/** Changes settings of the default endpoint; the others follow the environment (contract §3). See `changeEndpoint`. */
export async function saveConfig(
  update: WebhookConfigUpdate,
  inSameTransaction?: (tx: Transaction) => Promise<void>,
): Promise<{ config: EndpointConfig; warning?: string }> {
  const { row, ...rest } = await changeEndpoint(defaultEndpoint, update, inSameTransaction);
  return { config: effective(row), ...rest };
}
