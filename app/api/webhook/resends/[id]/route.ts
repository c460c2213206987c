import { route } from "#lib/http.ts";
import { getResend } from "#lib/webhook/resend/bulk-resend.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/webhook/resends/[id]">>({
  GET: async (_request, { params }) => Response.json(await getResend((await params).id)),
});
