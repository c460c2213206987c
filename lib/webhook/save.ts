import { now } from "../clock.ts";
import type { Issue } from "../contract/error.ts";
import type { WebhookConfigUpdate } from "../contract/webhook.ts";
import { type Transaction, transaction } from "../database/client.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import { seal } from "../sealed.ts";
import { defaultEndpoint, type EndpointConfig, readConfig } from "./config.ts";
import { healthy } from "./patience.ts";
import { checkHost, checkRules } from "./rules.ts";

function refuse(issues: Issue[]) {
  if (issues.length === 0) return;
  const message = issues.map((issue) => `${issue.path} ${issue.message}`).join(" ; ");
  throw new AppError("invalid", `Configuration refusée\u202f: ${message}.`, issues);
}

/** Switching off is always allowed; anything else must leave a configuration that can send. */
async function check(update: WebhookConfigUpdate, current: EndpointConfig): Promise<string | undefined> {
  const { enabled, url = current.url, environment = current.environment, secret } = update;
  const changesTarget = update.url !== undefined || update.environment !== undefined || secret !== undefined;
  if (!changesTarget && enabled !== true) return undefined;
  refuse(checkRules({ url, environment, hasSecret: secret !== undefined || current.hasSecret }));
  const { issue, warning } = await checkHost(url, environment);
  refuse(issue ? [issue] : []);
  return warning;
}

/** Switching on forgives what the endpoint was switched off for; switching off notes since when. */
function switched(enabled: boolean, current: EndpointConfig, at: Date) {
  if (enabled) return { enabled, disabledReason: null, ...healthy };
  return { enabled, ...(current.enabled && { disabledAt: at }) };
}

async function replaceKeys(
  tx: Transaction,
  { endpointId, secret, at }: { endpointId: string; secret: string; at: Date },
) {
  await tx.endpointKey.deleteMany({ where: { endpointId } });
  await tx.endpointKey.create({ data: { id: newId(), endpointId, secret: seal(secret), createdAt: at } });
}

/**
 * Changes what is given and leaves the rest to the environment (contract §3). Switching on also forgives
 * an endpoint that had answered `410`.
 * @returns the configuration in force, and a warning when the host does not resolve yet
 * @throws {AppError} invalid, naming the fields; nothing has changed
 */
export async function saveConfig(update: WebhookConfigUpdate): Promise<{ config: EndpointConfig; warning?: string }> {
  const current = await readConfig();
  const { enabled, url, environment, secret } = update;
  if (Object.values(update).every((value) => value === undefined)) return { config: current };
  const warning = await check(update, current);
  const at = now();
  await transaction(async (tx) => {
    if (secret !== undefined) await replaceKeys(tx, { endpointId: defaultEndpoint, secret, at });
    await tx.endpoint.update({
      where: { id: defaultEndpoint },
      data: {
        ...(enabled !== undefined && switched(enabled, current, at)),
        ...(url !== undefined && { url }),
        ...(environment !== undefined && { environment }),
        updatedAt: at,
      },
    });
  });
  return { config: await readConfig(), ...(warning && { warning }) };
}
