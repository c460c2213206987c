import { JobView } from "#lib/contract/job.ts";
import { getJob } from "#lib/generation/jobs/jobs.ts";
import { route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => Response.json(JobView.parse(await getJob((await params).id))),
});
