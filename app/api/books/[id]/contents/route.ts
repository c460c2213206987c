import { route } from "#lib/http.ts";
import { readVersion } from "#lib/library/versions.ts";
import { contentsOfBook } from "../../contents-of-book.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/contents">>({
  GET: async (request, { params }) => Response.json(await contentsOfBook((await params).id, readVersion(request))),
});
