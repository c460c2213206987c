import { route } from "#lib/http.ts";
import { stopResend } from "#lib/webhook/resend/bulk-resend.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/webhook/resends/[id]/stop">>({
  POST: async (_request, { params }) => Response.json(await stopResend((await params).id)),
});
