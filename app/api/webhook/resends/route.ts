import { ResendRequest } from "#lib/contract/bulk-resend.ts";
import { readJson, route } from "#lib/http.ts";
import { listResends, startResend } from "#lib/webhook/resend/bulk-resend.ts";
import { kick } from "../../queue/kick.ts";
import { ofBook } from "../of-book.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(await listResends()),
  POST: async (request) => {
    const started = await startResend(await ofBook(await readJson(request, ResendRequest)));
    kick(request);
    return Response.json(started, { status: 202 });
  },
});
