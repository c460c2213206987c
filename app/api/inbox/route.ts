import { InboxQuery } from "#lib/contract/inbox.ts";
import { readQuery, route } from "#lib/http.ts";
import { listInbox } from "#lib/library/inbox.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = readQuery(request, InboxQuery);
    return Response.json(await listInbox(query));
  },
});
