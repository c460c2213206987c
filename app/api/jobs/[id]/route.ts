import { deleteJob } from "#lib/generation/jobs/delete.ts";
import { route } from "#lib/http.ts";
import { answerJobDetail } from "../job-detail.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (request, { params }) => answerJobDetail(request, (await params).id),
  DELETE: async (_request, { params }) => {
    await deleteJob((await params).id);
    return new Response(null, { status: 204 });
  },
});
