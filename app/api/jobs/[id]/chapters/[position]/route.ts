import { getJobChapter } from "#lib/generation/jobs/jobs.ts";
import { route } from "#lib/http.ts";

type Context = RouteContext<"/api/jobs/[id]/chapters/[position]">;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => {
    const { id, position } = await params;
    return Response.json(await getJobChapter(id, position));
  },
});
