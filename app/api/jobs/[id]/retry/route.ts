import { JobRetry, JobView } from "#lib/contract/job.ts";
import { retryJob } from "#lib/generation/jobs/retry.ts";
import { readJson } from "#lib/http.ts";
import { queueingRoute } from "../../../queue/queueing-route.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute<Context>({
  POST: async (request, { params }) => {
    const job = await retryJob((await params).id, await readJson(request, JobRetry));
    return Response.json(JobView.parse(job));
  },
});
