import { PageQuery } from "#lib/contract/book.ts";
import { route } from "#lib/http.ts";
import { listInbox } from "#lib/library/inbox.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = PageQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await listInbox(query));
  },
});
