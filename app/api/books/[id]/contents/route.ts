import { route } from "#lib/http.ts";
import { getBookContents } from "#lib/library/contents.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/contents">>({
  GET: async (_request, { params }) => Response.json(await getBookContents((await params).id)),
});
