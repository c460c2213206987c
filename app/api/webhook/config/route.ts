import { WebhookConfigUpdate } from "#lib/contract/webhook.ts";
import { readJson } from "#lib/http.ts";
import { readConfig } from "#lib/webhook/endpoints/config.ts";
import { saveConfig } from "#lib/webhook/endpoints/save-config.ts";
import { toConfigUpdated, toWebhookConfig } from "#lib/webhook/endpoints/settings.ts";
import { queueingRoute } from "../../queue/queueing-route.ts";
import { syncReceiverSecrets } from "../sync-receiver-secrets.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute({
  GET: async () => Response.json(toWebhookConfig(await readConfig())),
  POST: async (request) => {
    const update = await readJson(request, WebhookConfigUpdate);
    const { config, warning } = await saveConfig(update, syncReceiverSecrets);
    return Response.json(toConfigUpdated(config, warning));
  },
});
