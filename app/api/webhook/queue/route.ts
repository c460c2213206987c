import { route } from "#lib/http.ts";
import { readQueueState } from "#lib/webhook/log/queue-state.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(await readQueueState()),
});
