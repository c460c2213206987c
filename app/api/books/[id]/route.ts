import { route } from "#lib/http.ts";
import { getBook } from "#lib/library/books.ts";
import { readVersion } from "#lib/library/versions.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]">>({
  GET: async (request, { params }) => Response.json(await getBook((await params).id, readVersion(request))),
});
