import { route } from "#lib/http.ts";
import { getBookContents } from "#lib/library/contents.ts";
import { readVersion } from "#lib/library/versions.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/contents">>({
  GET: async (request, { params }) => Response.json(await getBookContents((await params).id, readVersion(request))),
});
