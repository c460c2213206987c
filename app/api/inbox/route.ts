import { InboxQuery } from "#lib/contract/inbox.ts";
import { route } from "#lib/http.ts";
import { listInbox } from "#lib/library/inbox.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = InboxQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await listInbox(query));
  },
});
