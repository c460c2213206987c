import { route } from "#lib/http.ts";
import { receive } from "#lib/library/receive.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: () => Response.json({ status: "ok", message: "Le récepteur de webhooks est prêt\u202f; envoyez-lui un POST." }),
  POST: receive,
});
