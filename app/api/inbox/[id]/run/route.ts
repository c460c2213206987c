import { route } from "#lib/http.ts";
import { runInboxEntry } from "#lib/library/inbox.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/inbox/[id]/run">>({
  POST: async (_request, { params }) => Response.json(await runInboxEntry((await params).id)),
});
