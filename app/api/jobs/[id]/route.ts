import { JobDetail } from "#lib/contract/job.ts";
import { getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => Response.json(JobDetail.parse(await getJobDetail((await params).id))),
});
