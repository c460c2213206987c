import { WebhookConfigUpdate } from "#lib/contract/webhook.ts";
import { readJson, route } from "#lib/http.ts";
import { acceptSecrets } from "#lib/library/secrets.ts";
import { readConfig } from "#lib/webhook/endpoints/config.ts";
import { saveConfig } from "#lib/webhook/endpoints/save.ts";
import { toConfigUpdated, toWebhookConfig } from "#lib/webhook/endpoints/settings.ts";
import { receivableSecrets } from "#lib/webhook/keys/receivable.ts";
import { kick } from "../../queue/kick.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(toWebhookConfig(await readConfig())),
  POST: async (request) => {
    const update = await readJson(request, WebhookConfigUpdate);
    const { config, warning } = await saveConfig(update);
    kick(request);
    // A deployment that sends to itself must go on accepting what it signs.
    if (update.secret !== undefined) await acceptSecrets(receivableSecrets);
    return Response.json(toConfigUpdated(config, warning));
  },
});
