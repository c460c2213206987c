import { route } from "#lib/http.ts";
import { getInboxEntry } from "#lib/library/inbox.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/inbox/[id]">>({
  GET: async (_request, { params }) => Response.json(await getInboxEntry((await params).id)),
});
