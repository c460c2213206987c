import { JobRetry, JobView } from "#lib/contract/book.ts";
import { retryJob } from "#lib/generation/jobs/retry.ts";
import { readJson, route } from "#lib/http.ts";
import { kick } from "../../../queue/kick.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  POST: async (request, { params }) => {
    const job = await retryJob((await params).id, await readJson(request, JobRetry));
    kick(request);
    return Response.json(JobView.parse(job));
  },
});
