import { ResendRequest } from "#lib/contract/bulk-resend.ts";
import { readJson } from "#lib/http.ts";
import { listResends, startResend } from "#lib/webhook/resend/bulk-resend.ts";
import { queueingRoute } from "../../queue/queueing-route.ts";
import { withJobOfBook } from "../job-of-book.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute({
  GET: async () => Response.json(await listResends()),
  POST: async (request) => {
    const started = await startResend(await withJobOfBook(await readJson(request, ResendRequest)));
    return Response.json(started, { status: 202 });
  },
});
