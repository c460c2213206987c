import { JobView } from "#lib/contract/job.ts";
import { cancelJob } from "#lib/generation/jobs/cancel.ts";
import { route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  POST: async (_request, { params }) => Response.json(JobView.parse(await cancelJob((await params).id))),
});
