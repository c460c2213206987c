import { route } from "#lib/http.ts";
import { receiverSecrets } from "#lib/library/secrets.ts";
import { readSettings } from "#lib/webhook/endpoints/settings.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(await readSettings((await receiverSecrets()).length > 0)),
});
