import { route } from "#lib/http.ts";
import { readReceiverSecrets } from "#lib/library/secrets.ts";
import { readSettings } from "#lib/webhook/endpoints/settings.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(await readSettings((await readReceiverSecrets()).length > 0)),
});
