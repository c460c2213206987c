import { route } from "#lib/http.ts";
import { getBook } from "#lib/library/books.ts";
import { deleteBook } from "#lib/library/delete.ts";
import { readVersion } from "#lib/library/versions.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]">>({
  GET: async (request, { params }) => Response.json(await getBook((await params).id, readVersion(request))),
  DELETE: async (_request, { params }) => {
    await deleteBook((await params).id);
    return new Response(null, { status: 204 });
  },
});
