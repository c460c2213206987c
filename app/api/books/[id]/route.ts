import { route } from "#lib/http.ts";
import { getBook } from "#lib/library/books.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]">>({
  GET: async (_request, { params }) => Response.json(await getBook((await params).id)),
});
