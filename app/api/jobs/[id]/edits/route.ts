import { getJobEdits } from "#lib/generation/jobs/edits.ts";
import { route } from "#lib/http.ts";

type Context = RouteContext<"/api/jobs/[id]/edits">;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => Response.json(await getJobEdits((await params).id)),
});
