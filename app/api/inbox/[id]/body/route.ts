import { route } from "#lib/http.ts";
import { getReceivedBody } from "#lib/library/inbox.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/inbox/[id]/body">>({
  GET: async (_request, { params }) => {
    const { id } = await params;
    const body = await getReceivedBody(id);
    const headers = {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${id}.json"`,
      "X-Content-Type-Options": "nosniff",
    };
    return new Response(body, { headers });
  },
});
