import { getJobSource } from "#lib/generation/jobs/sources.ts";
import { route } from "#lib/http.ts";

type Context = RouteContext<"/api/jobs/[id]/sources/[source_id]">;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => {
    const { id, source_id } = await params;
    return Response.json(await getJobSource(id, source_id));
  },
});
