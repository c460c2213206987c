import { route } from "#lib/http.ts";
import { getBookChapter } from "#lib/library/contents.ts";
import { readVersion } from "#lib/library/versions.ts";

type Context = RouteContext<"/api/books/[id]/chapters/[position]">;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (request, { params }) => {
    const { id, position } = await params;
    return Response.json(await getBookChapter(id, position, readVersion(request)));
  },
});
