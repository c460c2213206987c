import { PageQuery } from "#lib/contract/page.ts";
import { route } from "#lib/http.ts";
import { listBooks } from "#lib/library/books.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = PageQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await listBooks(query));
  },
});
