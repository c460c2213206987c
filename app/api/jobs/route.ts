import { JobList } from "#lib/contract/job.ts";
import { JobQuery, listJobs } from "#lib/generation/jobs/jobs.ts";
import { readQuery, route } from "#lib/http.ts";
import { triggerDrainIfDue } from "../queue/trigger-drain.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    triggerDrainIfDue(request);
    const query = readQuery(request, JobQuery);
    return Response.json(JobList.parse(await listJobs(query)));
  },
});
