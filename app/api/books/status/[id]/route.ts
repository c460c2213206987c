import { JobView } from "#lib/contract/job.ts";
import { getJob } from "#lib/generation/jobs/jobs.ts";
import { route } from "#lib/http.ts";
import { triggerDrainIfDue } from "../../../queue/trigger-drain.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (request, { params }) => {
    triggerDrainIfDue(request);
    return Response.json(JobView.parse(await getJob((await params).id)));
  },
});
