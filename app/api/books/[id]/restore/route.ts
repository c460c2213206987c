import { route } from "#lib/http.ts";
import { restoreBook } from "#lib/library/delete.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/restore">>({
  POST: async (_request, { params }) => Response.json(await restoreBook((await params).id)),
});
