import { route } from "#lib/http.ts";
import { listVersions } from "#lib/library/versions.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/versions">>({
  GET: async (_request, { params }) => Response.json(await listVersions((await params).id)),
});
