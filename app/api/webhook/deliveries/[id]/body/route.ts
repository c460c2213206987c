import { route } from "#lib/http.ts";
import { getSentBody } from "#lib/webhook/log/sent-body.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/deliveries/[id]/body">
>({
  GET: async (_request, { params }) => {
    const { eventId, body } = await getSentBody((await params).id);
    const headers = {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${eventId}.json"`,
      "X-Content-Type-Options": "nosniff",
    };
    return new Response(body, { headers });
  },
});
