import { JobView } from "#lib/contract/job.ts";
import { restoreJob } from "#lib/generation/jobs/delete.ts";
import { route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  POST: async (_request, { params }) => Response.json(JobView.parse(await restoreJob((await params).id))),
});
